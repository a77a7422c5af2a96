import ExcelJS from "exceljs";
import { createTranslator } from "next-intl";
import { afterAll, beforeAll, expect, it } from "vitest";
import { closeDatabase } from "@/db/client";
import { seedReference } from "@/db/seed/reference";
import { type TestDatabase, testDatabase } from "@/db/testing/database";
import { makeDistrict, type TestDistrict } from "@/db/testing/factories";
import { roles } from "@/lib/access/roles";
import { actorFor } from "@/lib/access/testing";
import { today } from "@/lib/clock";
import en from "@/lib/i18n/messages/en/research.json";
import lo from "@/lib/i18n/messages/lo/research.json";
import { addMonths, lastFullMonth } from "@/lib/indicators/months";
import { researchTables } from "./queries";
import { HIDDEN, tableNames, type Variable, variables } from "./tables";
import { researchSheets, researchWorkbook, type Words } from "./workbook";

let db: TestDatabase;
let here: TestDistrict;
const ministry = actorFor({ role: "ministry", nation: true });
const words = {
  lo: createTranslator({ locale: "lo", messages: { research: lo }, namespace: "research" }),
  en: createTranslator({ locale: "en", messages: { research: en }, namespace: "research" }),
} as unknown as Words;
const about = { on: today(), place: "T1", evaluation: [["section"]] };
const sheetsOf = async (secret?: string) =>
  researchSheets(await researchTables(ministry, { within: "T1" }, secret), words, about);

beforeAll(async () => {
  db = await testDatabase();
  await seedReference(db.owner);
  here = await makeDistrict(db.owner, 7);
  await db.owner`update places set code = 'T1' where id = ${here.districtId}`;
  await db.owner`update places set lat = 18.123457, lng = 103.765432, name_lo = 'ບ້ານລັບ', name_en = 'Ban Secret' where id = any(${here.villageIds as string[]})`;
  const author = ministry.userId;
  for (const [at, village] of here.villageIds.entries()) {
    const [workshop] = await db.owner<{ id: string }[]>`
      insert into workshops (id, district_id, village_id, created_by, updated_by, module, level, status, start_date, title, note)
      values (gen_random_uuid(), ${here.districtId}, ${village}, ${author}, ${author}, '3', 'village', 'done', '2026-02-03', 'Secret title', 'Secret note')
      returning id`;
    for (const [sex, people] of [
      ["female", 12],
      ["male", 1],
    ] as const)
      await db.owner`
        insert into attendance_tallies (id, district_id, village_id, created_by, updated_by, workshop_id, sex, age_band, ethnic_group_id, role, people, device)
        values (gen_random_uuid(), ${here.districtId}, ${village}, ${author}, ${author}, ${workshop?.id as string}, ${sex}, '25to49', 'khmu', 'villager', ${people}, gen_random_uuid())`;
    await db.owner`
      insert into district_months (district_id, source, element_number, period, total, reporters)
      select ${here.districtId}, 1, number, ${addMonths(lastFullMonth(today()), -at)}, case code when 'EIBF' then 4 else 30 end, 1
      from data_elements where code in ('EIBF', 'LIVE_BIRTHS', 'PNC_MOTHER')`;
  }
});
afterAll(async () => {
  await closeDatabase();
  await db.drop();
});

it("tells every variable in the codebook, in both languages, and no table more", async () => {
  const sheets = await sheetsOf();
  const book = sheets.find(({ name }) => name === "codebook")?.rows ?? [];
  for (const table of tableNames) {
    const rows = sheets.find(({ name }) => name === table)?.rows ?? [];
    const names = (variables[table] as readonly Variable[]).map(({ name }) => name);
    expect(rows[0]).toEqual(names);
    for (const row of rows) expect(row, table).toHaveLength(names.length);
    for (const name of names) {
      const line = book.find(([one, variable]) => one === table && variable === name);
      expect(line?.slice(2, 12).every((text) => typeof text === "string" && text !== "")).toBe(true);
    }
  }
});

it("tells of villages what five share, hides who were few, and sums nothing that is small", async () => {
  const tables = await researchTables(ministry, { within: "T1" });
  expect(tables.villages_quarters).toHaveLength(7 * 8);
  expect(tables.villages_quarters[0]?.slice(2, 5)).toEqual(["T1", expect.any(String), "2026-Q1"]);
  expect(tables.workshops).toEqual([[null, 2026, "3", "village", 7]]);
  expect(tables.attendance_sex_age).toEqual([
    [2026, "female", "25to49", HIDDEN],
    [2026, "male", "25to49", HIDDEN],
  ]);
  expect(tables.attendance_family).toEqual([[2026, "mon_khmer", 91]]);
  const eibf = tables.uptake.filter(([, , code]) => code === "EIBF");
  expect(eibf.length).toBeGreaterThan(1);
  for (const [, , , k, n] of tables.uptake)
    for (const count of [k, n])
      expect(count === HIDDEN || count === null || Number(count) >= 10 || count === 0).toBe(true);
});

it("holds no id, name, coordinate or text of the database", async () => {
  const text = JSON.stringify(await sheetsOf());
  const ids = await db.owner<{ id: string }[]>`
    select id::text from places where district_id = ${here.districtId} union select id::text from workshops union select id::text from users`;
  for (const { id } of ids) expect(text).not.toContain(id);
  for (const secret of [
    "ບ້ານລັບ",
    "Ban Secret",
    "Secret title",
    "Secret note",
    "18.12",
    "103.76",
    ministry.userId,
  ])
    expect(text).not.toContain(secret);
});

it("is the same again but for the keys, as a file too", async () => {
  expect(await sheetsOf("s")).toEqual(await sheetsOf("s"));
  const rest = (sheets: Awaited<ReturnType<typeof sheetsOf>>) =>
    sheets.filter(({ name }) => name !== "villages_quarters");
  expect(rest(await sheetsOf())).toEqual(rest(await sheetsOf()));
  const workbook = new ExcelJS.Workbook();
  const file = await researchWorkbook(await sheetsOf("s"), today());
  await workbook.xlsx.load(Buffer.from(file) as unknown as ArrayBuffer);
  expect(workbook.worksheets.map(({ name }) => name)).toEqual([
    "README",
    "codebook",
    ...tableNames,
    "before_after",
  ]);
  expect(workbook.getWorksheet("attendance_family")?.getRow(2).values).toEqual([
    undefined,
    2026,
    "mon_khmer",
    91,
  ]);
});

it("is the ministry's alone, of places that are, and everybody sees in the log that it was taken", async () => {
  for (const role of roles.filter((one) => one !== "ministry"))
    expect(
      () => researchTables(actorFor({ role, districtIds: [here.districtId] }), { within: null }),
      role,
    ).toThrow(expect.objectContaining({ code: "forbidden" }));
  await expect(researchTables(ministry, { within: "nowhere" })).rejects.toMatchObject({ code: "not_found" });
  const [before] =
    await db.owner`select count(*)::int as n from sensitive_reads where what = 'research.export'`;
  await researchTables(ministry, { within: "T1" });
  const [after] =
    await db.owner`select count(*)::int as n from sensitive_reads where what = 'research.export' and user_id = ${ministry.userId}`;
  expect(after?.n).toBe((before?.n as number) + 1);
});
