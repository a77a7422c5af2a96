import fc from "fast-check";
import { expect, it } from "vitest";
import { type PeriodKind, readPeriod } from "./periods";

it.each<[string, PeriodKind]>([
  ["2004W10", "week"],
  ["2015WedW5", "week"],
  ["2015ThuW6", "week"],
  ["2015SatW7", "week"],
  ["2015SunW8", "week"],
  ["2015W53", "week"],
  ["2015BiW1", "two_weeks"],
  ["200401B", "two_months"],
  ["2004Q1", "quarter"],
  ["2004NovQ4", "quarter"],
  ["2004S1", "half_year"],
  ["2004AprilS2", "half_year"],
  ["2004NovS1", "half_year"],
  ["2004", "year"],
  ["2004April", "financial_year"],
  ["2004July", "financial_year"],
  ["2004Sep", "financial_year"],
  ["2004Oct", "financial_year"],
  ["2004Nov", "financial_year"],
  ["2017-10-01/P7D", "week"],
  ["2017-11-01/P2M", "two_months"],
  ["2017-01-01/P3M", "quarter"],
  ["2017-01-01/P6M", "half_year"],
  ["2017-01-01/P1Y", "year"],
  ["2017-10-01/P1Y", "financial_year"],
])("%s is a %s, which is no month", (text, kind) => {
  expect(readPeriod(text)).toEqual({ kind, at: null });
});

it.each([
  ["200403", { kind: "month", at: 200403 }],
  ["20040229", { kind: "day", at: 20040229 }],
  ["2015-06-01/P1M", { kind: "month", at: 201506 }],
  ["2015-06-01T00:00:00Z/P1M", { kind: "month", at: 201506 }],
  ["2015-06-30/P1D", { kind: "day", at: 20150630 }],
])("%s is kept", (text, wanted) => {
  expect(readPeriod(text)).toEqual(wanted);
});

it.each([
  "",
  "200413",
  "200400",
  "20050229",
  "20041301",
  "2004W0",
  "2004W54",
  "2004BiW28",
  "2004Q5",
  "2004S3",
  "200413B",
  "2569",
  "256901",
  "199912",
  "2004-03",
  "2004-03-01",
  "LAST_MONTH",
  "2015-06-02/P1M",
  "2015-02-30/P1D",
  "2015-06-01/P5M",
  "2004April1",
])("%j is no period that could be meant", (text) => {
  expect(readPeriod(text)).toBeNull();
});

it("never takes anything for a month that is not six digits of one", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 12 }), (text) => {
      const read = readPeriod(text);
      if (read?.at && !text.includes("/")) expect(text).toMatch(/^20\d{4}(\d{2})?$/);
    }),
  );
});
