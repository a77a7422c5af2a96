import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { closeDatabase } from "@/db/client";
import { makeDistrict } from "@/db/testing/factories";
import { actorFor } from "@/lib/access/testing";
import { districtThatReports } from "@/lib/indicators/testing";
import { readWorkbook, writeWorkbook } from "@/lib/plans/workbook";
import { judgeImport, writeImport } from "./import-commands";
import { sheetRows, valuesOfSheet } from "./sheet";
import { monthSheet } from "./sheet-queries";
import { makeFacility } from "./testing-imports";
import { stageUpload } from "./upload-commands";

const at = districtThatReports();
afterAll(() => closeDatabase());
const words = { unit: "Code", name: "Name", month: "Month" };
const period = 202601;

beforeEach(async () => {
  const { districtId } = at.here;
  await makeFacility(at.db.owner, { districtId, villageId: at.village, code: `S${districtId.slice(0, 6)}` });
  await at.db.owner`update facilities set code = null where district_id = ${districtId}`;
});

async function uploaded(rows: (string | number | null)[][]) {
  const file = new Uint8Array(await writeWorkbook(rows, "x"));
  async function* body() {
    yield file.subarray(0, 100);
    yield file.subarray(100);
  }
  const { importId } = await stageUpload(at.office, { name: "values.xlsx", asked: {}, body: body() });
  await judgeImport(at.office, importId);
  return { importId, summary: await writeImport(at.office, importId) };
}
const asked = { district: null, period, locale: "en" } as const;

describe("a spreadsheet of a month", () => {
  it("goes out with every reporter, is filled in, and comes back; as it went out it changes nothing", async () => {
    const empty = await monthSheet(at.office, asked);
    expect(empty.reporters.map(({ kind }) => kind)).toEqual(["facility", "village", "village", "village"]);
    const rows = sheetRows(empty.reporters, empty.elements, { period, words }) as (
      | string
      | number
      | null
    )[][];
    const column = rows[1]?.indexOf("ANC1") ?? -1;
    (rows[2] as (number | null)[])[column] = 12;
    (rows[3] as (number | string | null)[])[column] = 0;
    (rows[4] as (number | string | null)[])[column] = "many";
    const { importId, summary } = await uploaded(rows);
    expect(summary).toMatchObject({ rows: 3, imported: 2, conflicts: { value_not_whole: 1 } });
    const [told] = await at.db
      .owner`select row_no, value from value_import_conflicts where import_id = ${importId}`;
    expect(told).toEqual({ row_no: 5, value: "many" });

    const filled = await monthSheet(at.office, asked);
    expect(filled.reporters.map(({ values }) => values.ANC1)).toEqual([12, 0, undefined, undefined]);
    const again = sheetRows(filled.reporters, filled.elements, { period, words });
    expect((await uploaded(again as never)).summary).toMatchObject({ rows: 2, imported: 0, unchanged: 2 });
  });

  it("only of one's own districts", async () => {
    const other = await makeDistrict(at.db.owner, 1);
    await at.db.owner`update places set code = 'LAother' where id = ${other.districtId}`;
    await expect(monthSheet(at.office, { ...asked, district: "LAother" })).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(monthSheet(at.office, { ...asked, district: "nowhere" })).rejects.toMatchObject({
      code: "forbidden",
    });
    const governor = actorFor({ role: "governor_office", districtIds: [at.here.districtId] });
    await expect(monthSheet(governor, asked)).rejects.toMatchObject({ code: "forbidden" });
  });

  it("any other spreadsheet is refused, and what is none", async () => {
    await expect(uploaded([["a", "b"], ["c"]])).rejects.toMatchObject({
      details: { reason: "column_missing" },
    });
    const body = async function* () {
      yield new TextEncoder().encode("PK nonsense");
    };
    await expect(stageUpload(at.office, { name: "x", asked: {}, body: body() })).rejects.toMatchObject({
      code: "invalid",
      details: { reason: "wrong_kind" },
    });
  });
});

it("reads months that a spreadsheet program took for dates", async () => {
  const file = await writeWorkbook(
    [["Code"], ["unit", "name", "period", "ANC1"], ["HC1", "Centre", new Date(Date.UTC(2026, 0, 1)), 4]],
    "x",
  );
  expect(valuesOfSheet((await readWorkbook(file)) as never)).toMatchObject([
    { row: 3, orgUnit: "HC1", period: "202601", dataElement: "ANC1", value: "4" },
  ]);
});
