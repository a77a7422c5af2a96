import { expect, test } from "vitest";
import { improving, outcomeOf } from "./outcomes";

const months = (from: number, values: readonly number[]) =>
  values.map((value, at) => ({ facilityId: "f", element: "ANC4", period: from + at, value }));
const asked = { facilityId: "f", since: 202505, newest: 202512 };

test("the mean of the year before against the mean since, per reported month", () => {
  const values = [...months(202401, [99]), ...months(202501, [2, 4, 3, 3]), ...months(202505, [50, 4, 6])];
  expect(outcomeOf([...values, ...months(202512, [5])], "ANC4", asked)).toEqual({
    before: 3,
    after: 5,
    monthsBefore: 4,
    monthsAfter: 3,
    improved: true,
  });
});

test.each([
  ["the same is no increase", [3, 3, 3], [3, 3, 3], false],
  ["fewer is none", [3, 3, 3], [1, 2, 3], false],
  ["two months say nothing", [3, 3], [9, 9, 9], null],
  ["nor since", [3, 3, 3], [9, 9], null],
  ["nor nothing", [], [], null],
] as const)("%s", (_, before, after, improved) => {
  const values = [...months(202501, before), ...months(202506, after)];
  expect(outcomeOf(values, "ANC4", asked).improved).toBe(improved);
});

test("other facilities and elements do not count; months that were not reported are no zero", () => {
  const others = months(202501, [1, 1, 1]).map((one) => ({ ...one, element: "EIBF" }));
  expect(outcomeOf(others, "ANC4", asked)).toMatchObject({ before: null, monthsBefore: 0 });
  expect(outcomeOf(others, "EIBF", { ...asked, facilityId: "g" })).toMatchObject({ before: null });
});

test("the share counts those of whom it can be said", () => {
  const one = (improved: boolean | null) => ({
    before: 1,
    after: 1,
    monthsBefore: 3,
    monthsAfter: 3,
    improved,
  });
  expect(improving([one(true), one(false), one(null), one(true)])).toEqual({ k: 2, n: 3 });
});
