import { describe, expect, test } from "vitest";
import { hashPassword, passwordFault, passwordFits } from "./passwords";

describe("what is refused", () => {
  test.each([
    ["short", "too_short"],
    ["ກິ່ງໄມ້ນ້ຳ", "too_short"],
    ["x".repeat(60).concat("yzabc".repeat(20)), "too_long"],
    ["1234567890", "common"],
    ["aaaaaaaaaaaa", "common"],
    ["PASSWORD2026", "common"],
    ["Connect-2026", "common"],
    ["facilitator.pakxan", "is_login"],
    ["Facilitator.Pakxan99", "is_login"],
  ])("%s is %s", (password, fault) => expect(passwordFault(password, "facilitator.pakxan")).toBe(fault));

  test.each(["boat river stone", "ບ້ານ ນ້ຳ ຕົ້ນໄມ້ ເຮືອນ", "kEepo7 tlamasi", "😀😀😁😂😃😄😅😆😉😊"])(
    "%s is fine",
    (password) => expect(passwordFault(password, "facilitator.pakxan")).toBeNull(),
  );
});

test("a password fits its own hash, typed in either Unicode form, and no other", async () => {
  const stored = await hashPassword("ນ້ຳ river café");
  expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await passwordFits(stored, "ນ້ຳ river cafe\u0301")).toBe(true);
  expect(await passwordFits(stored, "ນ້ຳ river cafe")).toBe(false);
});

test("without an account nothing fits, not even the decoy, after the same work", async () => {
  const time = async (hash: string | null) => {
    const start = performance.now();
    expect(await passwordFits(hash, "nobody has this password")).toBe(false);
    return performance.now() - start;
  };
  const stored = await hashPassword("some other password");
  // In turns, and the quickest of each: what else the machine does meanwhile makes single tries slower.
  const [known, unknown] = [[] as number[], [] as number[]];
  for (let tries = 0; tries < 12; tries++) {
    known.push(await time(stored));
    unknown.push(await time(null));
  }
  const ratio = Math.min(...unknown) / Math.min(...known);
  expect(ratio).toBeGreaterThan(0.5);
  expect(ratio).toBeLessThan(2);
});
