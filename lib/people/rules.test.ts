import { expect, test } from "vitest";
import { roles } from "@/lib/access/roles";
import { deviceKind, fits, type Level, levelsOf } from "./rules";
import { AccountDetails, NewAccount } from "./schema";

test.each([
  ["facilitator", "district", false, true],
  ["facilitator", "village", false, true],
  ["facilitator", "province", false, false],
  ["health_centre", "village", false, true],
  ["health_centre", "district", false, false],
  ["health_centre", "district", true, true],
  ["facilitator", "district", true, false],
  ["governor_office", "province", false, false],
  ["health_office", "province", false, true],
  ["ministry", "district", false, false],
  ["administrator", "country", false, true],
  ["administrator", "district", false, false],
] as const)("%s at a %s (health centre: %s) is %s", (role, level, facility, answer) =>
  expect(fits(role, level, facility)).toBe(answer),
);

test("only the ministry, partners and administrators are ever placed nationwide", () => {
  const nationwide = roles.filter((role) => levelsOf[role].includes("country" satisfies Level));
  expect(nationwide).toEqual(["ministry", "partner", "administrator"]);
});

test.each([
  [
    "Mozilla/5.0 (Linux; Android 14; SM-A155F) AppleWebKit/537.36 Chrome/143.0 Mobile Safari/537.36",
    "phone",
    "Chrome",
  ],
  [
    "Mozilla/5.0 (Linux; Android 13) SamsungBrowser/27.0 Chrome/125.0 Mobile Safari/537.36",
    "phone",
    "Samsung",
  ],
  ["Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/143.0 Safari/537.36 Edg/143.0", "computer", "Edge"],
  ["Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "computer", "Firefox"],
])("%s", (agent, kind, browser) => expect(deviceKind(agent)).toEqual({ kind, browser }));

test.each(["", "curl/8.0"])("%j is nothing known", (agent) => expect(deviceKind(agent)).toBeNull());

const typed = {
  login: "  Facilitator.Pakxan ",
  displayName: "Team",
  phone: "+856 20 5555-0142",
  role: "facilitator",
  placeCode: " la1101 ",
  from: "2026-11-21",
};

test("an account's form is read as it was meant", () =>
  expect(NewAccount.parse(typed)).toEqual({
    ...typed,
    login: "facilitator.pakxan",
    phone: "02055550142",
    placeCode: "LA1101",
    office: "",
    locale: "lo",
  }));

test.each([
  [{ login: "9lives" }, "login"],
  [{ login: "ab" }, "login"],
  [{ login: "ບຸນ" }, "login"],
  [{ phone: "12345" }, "phone"],
  [{ email: "nobody" }, "email"],
  [{ role: "king" }, "role"],
  [{ from: "2026-02-30" }, "from"],
  [{ displayName: "" }, "displayName"],
])("%j is refused at %s", (wrong, field) => {
  const parsed = NewAccount.safeParse({ ...typed, ...wrong });
  expect(parsed.error?.issues.map((issue) => issue.path[0])).toEqual([field]);
});

test("details never carry a login", () => {
  const userId = "018f7b2e-0000-7000-8000-000000000000";
  expect(AccountDetails.parse({ userId, displayName: "Team", login: "other" })).not.toHaveProperty("login");
});
