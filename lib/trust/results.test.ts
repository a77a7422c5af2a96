import { describe, expect, test } from "vitest";
import { csv } from "@/lib/csv";
import { changeSince, type RawResults, roundResult } from "./results";
import { villageTrustRows } from "./trust-file";

const items = ["fairness", "integrity"].map((code) => ({
  code,
  dimension: code,
  text: { lo: "ກ", en: code },
}));
const roundId = "r1";
const cell = (by: RawResults["cells"][number]["by"], category: string, n: number, sum: number | null) => ({
  roundId,
  by,
  category,
  n,
  leftOut: by === "all" ? 2 : 0,
  sum,
  squares: sum === null ? null : (sum * sum) / n + n,
});
const person = { exposure: "participant", ageBand: "25to49", ethnicGroup: "khmu" };
const raw: RawResults = {
  cells: [
    cell("all", "all", 34, 136),
    cell("sex", "female", 30, 120),
    cell("sex", "male", 4, null),
    cell("exposure", "participant", 34, 136),
  ],
  items: [
    { roundId, at: 1, n: 34, sum: 17, squares: 30 },
    { roundId, at: 2, n: 34, sum: 34, squares: 34 },
  ],
  joint: [
    { roundId, sex: "female", n: 30, ...person },
    { roundId, sex: "male", n: 4, ...person },
  ],
};
const result = roundResult(raw, { roundId, items });

describe("what is said of a round", () => {
  test("the mean with its interval, and how many answered too little", () => {
    expect(result).toMatchObject({ n: 34, leftOut: 2, total: { n: 34, mean: 4 } });
    expect(result?.total?.lo).toBeLessThan(4);
    expect(result?.items.map(({ code, mean }) => [code, mean.mean, mean.lo === null])).toEqual([
      ["fairness", 0.5, false],
      ["integrity", 1, true],
    ]);
  });

  test("women are hidden with the four men: their mean would tell the men's", () => {
    expect(result?.groups).toEqual([
      { by: "exposure", category: "participant", mean: expect.objectContaining({ n: 34 }) },
      { by: "sex", category: "female", mean: null },
      { by: "sex", category: "male", mean: null },
    ]);
  });

  test("under ten there is nothing, of a round without answers not even that", () => {
    const few = {
      ...raw,
      cells: [cell("all", "all", 9, null), cell("sex", "female", 9, null)],
      items: [],
      joint: [],
    };
    expect(roundResult(few, { roundId, items })).toMatchObject({
      n: 9,
      total: null,
      items: [],
      groups: [],
    });
    expect(roundResult(raw, { roundId: "other", items })).toBeNull();
    expect(changeSince(result?.total ?? null, null)).toBeNull();
  });

  test("the file says what the page shows, rounded alike, and hides what it hides", () => {
    const place = { id: "p", code: "v1", nameLo: "ກ", nameEn: "a", level: "village" as const };
    const head = { ...place, districtId: "d", provinceId: "x", ended: null, path: [] };
    const instrument = { id: "i", series: "lao-8", version: 1, items } as never;
    const round = {
      id: roundId,
      wave: "baseline",
      startDate: "2026-11-20",
      instrumentId: "i",
      result,
    } as never;
    const file = { head, rounds: [round], instruments: [instrument], groups: [] };
    const lines = csv(villageTrustRows(file, "2026-11-22")).trim().split("\r\n");
    expect(lines[1]).toMatch(/^v1,lao-8,1,baseline,2026-11-20,index,all,34,,4,3\.\d,4\.\d,yes$/);
    expect(lines.filter((line) => line.includes(",sex,"))).toEqual([
      "v1,lao-8,1,baseline,2026-11-20,sex,female,,,,,,no",
      "v1,lao-8,1,baseline,2026-11-20,sex,male,,,,,,no",
    ]);
  });
});
