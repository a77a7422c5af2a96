import { expect, test } from "vitest";
import { type ClusterCell, summaryOf } from "./clusters";

// Table A of statistics §4: n:Σy per village and cell.
const table = {
  u0: "20:84 15:51 30:141 12:60 25:90 18:81",
  u1: "15:66 12:45 22:110 10:48 18:70 14:70",
  e0: "30:138 18:70 25:113 20:96 40:150 22:95",
  e1: "22:128 14:68 20:118 15:88 28:150 16:93",
};
const cell = (over: Partial<ClusterCell>): ClusterCell => ({
  village: 1,
  instrumentId: "i",
  wave: "baseline",
  exposure: "all",
  n: 20,
  sum: 80,
  ...over,
});
const cells = Object.entries(table).flatMap(([name, row]) =>
  row.split(" ").map((pair, at) => {
    const [n = 0, sum = 0] = pair.split(":").map(Number);
    const wave = name.endsWith("0") ? "baseline" : "months3";
    return cell({
      village: at + 1,
      wave,
      exposure: name.startsWith("u") ? "unexposed" : "participant",
      n,
      sum,
    });
  }),
);
const totals = cells.map((one) => ({ ...one, exposure: "all" as const }));

test("the comparison of statistics §4, from sums alone", () => {
  const [found] = summaryOf([...cells, ...totals])?.contrasts ?? [];
  expect(found?.wave).toBe("months3");
  expect(found?.contrasts.participant).toMatchObject({ status: "ok", villages: 6 });
  expect(found?.contrasts.participant.estimate).toBeCloseTo(1.0682224, 6);
  expect(found?.contrasts.participant.lo).toBeCloseTo(0.81890766, 6);
  expect(found?.contrasts.indirect).toMatchObject({ status: "empty-cell", estimate: null });
});

test("a mean over villages is CR2, never the simple interval", () => {
  const e0 = cells.filter(({ wave, exposure }) => wave === "baseline" && exposure === "participant");
  const [wave] = summaryOf(e0.map((one) => ({ ...one, exposure: "all" as const })))?.waves ?? [];
  expect(wave).toMatchObject({ wave: "baseline", villages: 6, n: 155, leftOut: 0 });
  expect(wave?.mean.estimate).toBeCloseTo(4.2709677, 6);
  expect(wave?.mean.lo).toBeCloseTo(3.7490858, 6);
});

test("a mean of one village is nobody's over several, and small rounds add nothing but are told", () => {
  expect(summaryOf([cell({}), cell({ village: 2, n: 7, sum: null })])).toBeNull();
  const [wave] =
    summaryOf([cell({}), cell({ village: 2 }), cell({ village: 3, n: 7, sum: null })])?.waves ?? [];
  expect(wave).toMatchObject({ villages: 2, n: 40, leftOut: 1 });
});

test("who did not say how they met CONNECT enters no comparison", () => {
  const unknown = cell({ exposure: "not_said", n: 12, sum: 50 });
  const [found] = summaryOf([...cells, ...totals, unknown])?.contrasts ?? [];
  expect(found?.contrasts.unknownExposure).toBe(12);
  expect(found?.contrasts.participant.estimate).toBeCloseTo(1.0682224, 6);
});
