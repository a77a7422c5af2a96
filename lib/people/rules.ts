import type { Role } from "@/lib/access/roles";

export type Level = "country" | "province" | "district" | "taseng" | "kumban" | "village";

const districtAndBelow: readonly Level[] = ["district", "taseng", "kumban", "village"];

/** Which kind of place a role is held at (architecture §4). */
export const levelsOf: Readonly<Record<Role, readonly Level[]>> = {
  facilitator: districtAndBelow,
  health_centre: districtAndBelow,
  health_office: ["province", "district"],
  mentor: ["province", "district"],
  governor_office: ["district"],
  province: ["province"],
  ministry: ["country"],
  partner: ["country", "province", "district"],
  administrator: ["country"],
};

/** Places from which a role's place is chosen: a health centre's district, or the village of its reporter. */
export const placesFor = (role: Role): readonly Level[] =>
  role === "health_centre" ? ["district", "village"] : levelsOf[role];

/** A health centre's head is placed by the health centre; everybody else, and a village reporter, by the place alone. */
export function fits(role: Role, level: Level, facility: boolean): boolean {
  if (facility) return role === "health_centre" && level === "district";
  if (role === "health_centre") return level === "village";
  return levelsOf[role].includes(level);
}

export const codeDays = 14;

/** `phone` or `computer`, and the browser's name, from what it says of itself; both only to recognise one's own. */
export function deviceKind(userAgent: string): { kind: "phone" | "computer"; browser: string } | null {
  if (!userAgent) return null;
  const kind = /Mobi|Android|iPhone|iPad/i.test(userAgent) ? "phone" : "computer";
  const known = [
    ["Edg", "Edge"],
    ["SamsungBrowser", "Samsung"],
    ["OPR", "Opera"],
    ["Firefox", "Firefox"],
    ["Chrome", "Chrome"],
    ["Safari", "Safari"],
  ] as const;
  const browser = known.find(([mark]) => userAgent.includes(mark))?.[1];
  return browser ? { kind, browser } : null;
}
