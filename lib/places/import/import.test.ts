import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import { closeDatabase } from "@/db/client";
import type { ImportKind } from "@/db/schema/imports";
import { seedReference } from "@/db/seed/reference";
import { type TestDatabase, testDatabase } from "@/db/testing/database";
import { actorFor } from "@/lib/access/testing";
import { applyChange } from "@/lib/changes/apply";
import { newChange } from "@/lib/changes/new-change";
import { acceptImport } from "./accept-commands";
import { dryRunImport } from "./dry-run-commands";
import { undoImport } from "./undo-commands";

let db: TestDatabase;
const administrator = actorFor({ role: "administrator", nation: true });
const fixture = (name: string) =>
  new Uint8Array(readFileSync(fileURLToPath(new URL(`./fixtures/${name}`, import.meta.url))));
const text = (content: string) => new TextEncoder().encode(content);

beforeAll(async () => {
  db = await testDatabase();
  await seedReference(db.owner);
});
afterAll(async () => {
  await closeDatabase();
  await db.drop();
});

const dryRun = (kind: ImportKind, bytes: Uint8Array, fileName = "file") =>
  dryRunImport(administrator, {
    kind,
    fileName,
    bytes,
    credit: "Made up for tests",
    validFrom: "2019-11-12",
  });
const rowsOf = (importId: string) => db.owner`
  select row_no, outcome, error_code, "column", value from import_rows where import_id = ${importId} order by row_no`;
const outcomes = async (importId: string) =>
  Object.fromEntries((await rowsOf(importId)).map((row) => [row.row_no, row.error_code ?? row.outcome]));

describe("villages", () => {
  let importId: string;

  it("dry run: every rule with its row number, column and offending value", async () => {
    importId = (await dryRun("villages", fixture("villages.csv"), "villages.csv")).importId;
    expect(await outcomes(importId)).toEqual({
      2: "create",
      3: "create",
      4: "unknown_district",
      5: "unknown_district",
      6: "district_differs",
      7: "name_missing",
      8: "name_not_lao",
      9: "point_swapped",
      10: "point_not_a_number",
      11: "point_half",
      12: "point_outside_country",
      13: "repeated_in_file",
      14: "create",
      15: "update",
      16: "similar_name",
      17: "code_not_seven_digits",
    });
    const rows = await rowsOf(importId);
    expect(rows.find((row) => row.row_no === 10)).toMatchObject({ column: "lat", value: "18.4x" });
    expect(rows.find((row) => row.row_no === 6)).toMatchObject({ column: "ເມືອງ", value: "ວັງວຽງ" });
    expect(rows.find((row) => row.row_no === 17)).toMatchObject({ column: "ລະຫັດບ້ານ", value: "12AB" });
    const [places] = await db.owner`select count(*)::int as n from places where source like 'import %'`;
    expect(places?.n).toBe(0);
  });

  it("accepts what is right and what a person decided, once", async () => {
    const first = await acceptImport(administrator, importId, { 16: "same" });
    expect(first).toMatchObject({ written: 5, repeated: false });
    expect(await acceptImport(administrator, importId)).toMatchObject({ written: 5, repeated: true });
    expect(await dryRun("villages", fixture("villages.csv"))).toEqual({ importId, repeated: true });
    const [made] = await db.owner`
      select p.name_lo, p.lat, p.lng, c.code from places p join place_codes c on c.place_id = p.id and c.scheme = 'official7'
      where c.code = '1101901'`;
    expect(made).toEqual({ name_lo: "ທົດລອງໜຶ່ງ", lat: 18.4, lng: 103.66, code: "1101901" });
    const [alias] = await db.owner`
      select p.name_lo from place_names n join places p on p.id = n.place_id where n.kind = 'alias' and n.name_lo = 'ສີມຸງຄູນ'`;
    expect(alias?.name_lo).toBe("ສີມຸງຄຸນ");
  });

  it("undo brings everything back, but keeps a village that a workshop was held in", async () => {
    const [inUse] = await db.owner`
      select p.id, p.district_id from places p join place_codes c on c.place_id = p.id where c.code = '1101902'`;
    const facilitator = actorFor({ role: "facilitator", districtIds: [inUse?.district_id] });
    const fields = { module: "3", level: "village", startDate: "2026-03-10" } as const;
    const change = newChange({ type: "workshop", place: inUse?.id, fields, madeAt: new Date("2026-03-11") });
    expect((await applyChange(facilitator, change)).status).toBe("accepted");

    expect(await undoImport(administrator, importId)).toEqual({ restored: 4, kept: 1, repeated: false });
    expect((await undoImport(administrator, importId)).repeated).toBe(true);
    const left = await db.owner`select name_lo from places where source like 'import %'`;
    expect(left.map((row) => row.name_lo)).toEqual(["ທົດລອງສອງ"]);
    const [restored] = await db.owner`select lat, lng from places where name_lo = 'ປາກຊັນເໜືອ'`;
    expect(restored).toEqual({ lat: null, lng: null });
    await expect(acceptImport(administrator, importId)).rejects.toMatchObject({ code: "stale" });
  });
});

describe("facilities", () => {
  it("go in by DHIS2 identifier, with an error for each rule, and come out again", async () => {
    const { importId } = await dryRun("facilities", fixture("facilities.csv"));
    expect(await outcomes(importId)).toEqual({
      2: "create",
      3: "uid_not_dhis2",
      4: "key_missing",
      5: "unknown_type",
      6: "unknown_district",
      7: "unknown_village",
      8: "date_not_iso",
      9: "create",
    });
    expect(await acceptImport(administrator, importId)).toMatchObject({ written: 2 });
    const again = text("uid,name_en\nAbCdEf12345,Renamed Health Centre\nFbCdEf12345,District Hospital\n");
    const second = await dryRun("facilities", again);
    expect(await outcomes(second.importId)).toEqual({ 2: "update", 3: "same" });
    await acceptImport(administrator, second.importId);
    const nameOf = async () =>
      (await db.owner`select name_en from facilities where dhis2_uid = 'AbCdEf12345'`)[0]?.name_en;
    expect(await nameOf()).toBe("Renamed Health Centre");
    await undoImport(administrator, second.importId);
    expect(await nameOf()).toBe("Test Health Centre");
    await undoImport(administrator, importId);
    expect(await db.owner`select 1 from facilities`).toHaveLength(0);
  });
});

describe("boundaries and points", () => {
  it("GeoJSON by P-code: rules, undo to the earlier shape, then TopoJSON, then points by district", async () => {
    const { importId } = await dryRun("boundaries", fixture("districts.geojson"));
    expect(await outcomes(importId)).toEqual({
      1: "create",
      2: "create",
      3: "unknown_pcode",
      4: "not_a_polygon",
      5: "ring_open",
      6: "outside_country",
      7: "not_a_polygon",
      8: "repeated_in_file",
    });
    expect(await acceptImport(administrator, importId)).toMatchObject({ written: 2, left: 6 });
    const holes = async () => {
      const [row] = await db.owner`
        select jsonb_array_length(b.geometry->'coordinates') as rings from place_boundaries b
        join places p on p.id = b.place_id where p.code = 'LA1101'`;
      return row?.rings;
    };
    const topo = await dryRun("boundaries", fixture("districts.topo.json"));
    expect(await outcomes(topo.importId)).toEqual({ 1: "update" });
    await acceptImport(administrator, topo.importId);
    expect(await holes()).toBe(1);
    await undoImport(administrator, topo.importId);
    expect(await holes()).toBe(2);

    const points = await dryRun("settlements", fixture("settlements.csv"));
    expect(await outcomes(points.importId)).toEqual({
      2: "create",
      3: "create",
      4: "on_border",
      5: "on_border",
      6: "outside_districts",
      7: "name_missing",
    });
    await acceptImport(administrator, points.importId);
    const placed = await db.owner`
      select s.name_en, d.code, s.on_border from settlements s left join places d on d.id = s.district_id
      where s.geonames_id is not null order by s.geonames_id`;
    expect(placed.map((row) => [row.name_en, row.code, row.on_border])).toEqual([
      ["Inside", "LA1101", false],
      ["Next door", "LA1103", false],
      ["In the hole", null, true],
      ["Just over the edge", null, true],
      ["Far away", null, true],
    ]);
    for (const id of [points.importId, importId]) await undoImport(administrator, id);
    expect(await db.owner`select 1 from place_boundaries`).toHaveLength(0);
    expect(await db.owner`select 1 from settlements where geonames_id is not null`).toHaveLength(0);
  });
});

describe("who may import", () => {
  it("only the administrator; the database agrees", async () => {
    for (const role of ["facilitator", "governor_office", "ministry", "province", "health_office"] as const) {
      const actor = actorFor({ role, nation: role === "ministry" });
      await expect(
        dryRunImport(actor, { kind: "villages", fileName: "f", bytes: text("a\n1") }),
      ).rejects.toMatchObject({
        code: "forbidden",
      });
      await expect(acceptImport(actor, crypto.randomUUID())).rejects.toMatchObject({ code: "forbidden" });
      await expect(undoImport(actor, crypto.randomUUID())).rejects.toMatchObject({ code: "forbidden" });
    }
  });

  it("tells what is wrong with a file as a whole", async () => {
    await expect(dryRun("villages", text(""))).rejects.toMatchObject({
      code: "invalid",
      details: { reason: "empty" },
    });
    await expect(dryRun("boundaries", text("not json"))).rejects.toMatchObject({
      details: { reason: "wrong_kind" },
    });
    await expect(acceptImport(administrator, crypto.randomUUID())).rejects.toMatchObject({
      code: "not_found",
    });
  });
});

const shared = fileURLToPath(new URL("../../../../shared/geo/", import.meta.url));
const volume = existsSync(`${shared}lao-adm2.geojson`);
if (!volume)
  console.log("skipped: the volume test of boundaries and points, because ../shared/geo is not here");

test.runIf(volume)("at volume: 18 and 148 polygons, 13,299 points placed, 31 reported", async () => {
  const file = (name: string) => new Uint8Array(readFileSync(`${shared}${name}`));
  for (const [name, count] of [
    ["lao-adm1.geojson", 18],
    ["lao-adm2.geojson", 148],
  ] as const) {
    const { importId } = await dryRun("boundaries", file(name));
    expect(await acceptImport(administrator, importId)).toMatchObject({ written: count, left: 0 });
  }
  const { importId } = await dryRun("settlements", file("lao-places.csv"));
  const [counts] = await db.owner`
    select count(*) filter (where error_code is null)::int as placed, count(error_code)::int as reported
    from import_rows where import_id = ${importId}`;
  expect(counts).toEqual({ placed: 13_299, reported: 31 });
  expect(await acceptImport(administrator, importId)).toMatchObject({ written: 13_330 });
  const topo = await dryRun("boundaries", file("lao-adm.topo.json"));
  const [kinds] =
    await db.owner`select count(*)::int as n from import_rows where import_id = ${topo.importId} and outcome <> 'error'`;
  expect(kinds?.n).toBe(1 + 18 + 148);
});
