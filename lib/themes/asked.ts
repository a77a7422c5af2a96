import { planYear } from "@/lib/rollout/schema";
import { type Theme, themeCodes } from "./frame";
import { type CodedKind, codedKinds } from "./kinds";

/** `within`: the code or id of a province, district or village; `year`: of the workshop, dialogue or visit. */
export type ThemesAsked = Readonly<{ within: string | null; year: number | null; kind: CodedKind | null }>;
/** Which records are listed: those not coded yet, or those of one theme (or of none). */
export type RecordsShown = "open" | "none" | Theme;

type Given = Readonly<Record<string, string | string[] | undefined>>;
const one = (given: Given, name: string) => [given[name]].flat()[0];

/** From an address; what is empty or no word is left out. */
export function themesAsked(given: Given): ThemesAsked {
  const place = one(given, "place");
  return {
    within: place && place.length <= 64 ? place : null,
    year: planYear.safeParse(Number(one(given, "year"))).data ?? null,
    kind: codedKinds.find((kind) => kind === one(given, "kind")) ?? null,
  };
}

export const recordsShown = (given: Given): RecordsShown =>
  (["none", ...themeCodes] as const).find((code) => code === one(given, "show")) ?? "open";

/** As an address says it, with what is to be different there. */
export function themesHref(
  asked: ThemesAsked,
  other: Readonly<{ place?: string | null; show?: RecordsShown }> = {},
) {
  const { within, year, kind } = asked;
  const place = other.place === undefined ? within : other.place;
  const query = new URLSearchParams({
    ...(place ? { place } : {}),
    ...(year ? { year: String(year) } : {}),
    ...(kind ? { kind } : {}),
    ...(other.show && other.show !== "open" ? { show: other.show } : {}),
  });
  return query.size > 0 ? `/themes?${query}` : "/themes";
}
