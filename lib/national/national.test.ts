import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { closeDatabase } from "@/db/client";
import { type TestDatabase, testDatabase } from "@/db/testing/database";
import { makeDistrict } from "@/db/testing/factories";
import { actorFor } from "@/lib/access/testing";
import { setAside } from "@/lib/changes/set-aside";
import { csv } from "@/lib/csv";
import { saveTarget, saveValue } from "./commands";
import { takeSheet } from "./import-commands";
import { nationalFigures, nationalIndicatorStory } from "./queries";
import { nationalSheetRows } from "./sheet";
import { nationalRows, shownYear } from "./view";
import { sheetWords } from "./words";

let db: TestDatabase;
const ministry = actorFor({ role: "ministry", nation: true });
const province = actorFor({ role: "province", districtIds: [randomUUID()] });

beforeAll(async () => {
  db = await testDatabase();
  const { provinceId } = await makeDistrict(db.owner);
  await db.owner`update places set code = 'T1' where id = ${provinceId}`;
});
afterAll(async () => {
  await closeDatabase();
  await db.drop();
});

const target = (year: number, value: number, rest: object = {}) => ({
  changeId: randomUUID(),
  seen: {},
  indicator: "penta3" as const,
  provinceId: null,
  year,
  value,
  source: "test",
  ...rest,
});
const value = (rest: object = {}) => ({
  changeId: randomUUID(),
  seen: {},
  indicator: "penta3" as const,
  provinceId: null,
  from: "2024-01-01",
  to: "2024-09-30",
  kind: "hmis" as const,
  value: 64.87,
  basis: "annual" as const,
  source: "test",
  verdict: "off_course" as const,
  ...rest,
});
const sheet = (text: string, changeId = randomUUID()) => ({
  changeId,
  file: new File([text], "national.csv"),
});

it("is entered by the ministry, once however often it is sent, and read with its pace", async () => {
  const [first, measured] = [target(2024, 95), value()];
  for (let again = 0; again < 2; again++) {
    await saveTarget(ministry, first);
    await saveValue(ministry, measured);
  }
  const figures = await nationalFigures(province, null);
  expect(shownYear(figures, null)).toBe(2024);
  const row = nationalRows(figures, 2024, null).find(({ indicator }) => indicator.code === "penta3");
  expect(row).toMatchObject({
    target: 95,
    reading: { is: "pace", expected: 71.25 },
    disagreement: "partYear",
  });
  expect(nationalRows(figures, 2024, null)).toHaveLength(11);
});

it("is refused to everybody else, also to a ministry's person whose place is not the nation", async () => {
  const local = actorFor({ role: "ministry", districtIds: [randomUUID()] });
  for (const actor of [province, local, actorFor({ role: "administrator", nation: true })]) {
    await expect(saveTarget(actor, target(2030, 1))).rejects.toMatchObject({ code: "forbidden" });
    await expect(saveValue(actor, value({ to: "2024-10-31" }))).rejects.toMatchObject({ code: "forbidden" });
    const file = sheet("record,indicator,year,value,source\ntarget,stunting,2030,1,test\n");
    await expect(takeSheet(actor, file)).rejects.toMatchObject({ code: "forbidden" });
  }
  const partner = actorFor({ role: "partner", nation: true });
  expect(() => nationalFigures(partner, null)).toThrow(expect.objectContaining({ code: "forbidden" }));
});

it("is corrected by who has seen it, keeps what stood before, and is never overwritten unseen", async () => {
  await saveTarget(ministry, target(2026, 90));
  await expect(saveTarget(ministry, target(2026, 91))).rejects.toMatchObject({
    details: { fields: { value: "exists" } },
  });
  const standing = async () =>
    (await nationalIndicatorStory(ministry, "penta3")).targets.find(({ year }) => year === 2026);
  const { versions } = (await standing()) ?? { versions: {} };
  await saveTarget(ministry, target(2026, 92, { seen: versions }));
  await expect(saveTarget(ministry, target(2026, 93, { seen: versions }))).rejects.toMatchObject({
    code: "stale",
  });
  expect((await standing())?.value).toBe(92);
  const { corrections } = await nationalIndicatorStory(ministry, "penta3");
  expect(corrections).toMatchObject([{ before: { value: 90 }, after: { value: 92 } }]);
  expect((await nationalIndicatorStory(province, "penta3")).corrections).toEqual([]);
});

it("takes a file in either language once, and gives back one that changes nothing", async () => {
  const text = [
    "ລາຍການ;ຕົວຊີ້ວັດ;ແຂວງ;ປີ;ແຕ່ວັນທີ;ຮອດວັນທີ;ຄ່າ;ແຫຼ່ງຂໍ້ມູນ;ຖານຕົວຫານ;ເອກະສານ",
    "target;6;;2025;;;85;;;RTIM",
    "value;skilled_birth;T1;;1/1/2024;30/9/2024;60,33;HMIS;annual;RTIM",
  ].join("\n");
  const asked = sheet(text);
  await takeSheet(ministry, asked);
  await takeSheet(ministry, asked);
  const figures = await nationalFigures(ministry, null);
  expect(figures.values.find(({ indicator }) => indicator === "skilled_birth")).toMatchObject({
    value: 60.33,
  });
  const changes = async () => (await db.owner`select count(*)::int as n from changes`)[0]?.n;
  const before = await changes();
  await takeSheet(ministry, sheet(csv(nationalSheetRows(figures, sheetWords(), "lo"))));
  await takeSheet(ministry, sheet(csv(nationalSheetRows(figures, sheetWords(), "en"))));
  expect(await changes()).toBe(before);
});

it("names every wrong field of a file and takes none of it", async () => {
  const text = [
    "record,indicator,place,year,from,to,value,kind,basis,source",
    "target,stunting,,2025,,,27,,,RTIM",
    "target,unknown,,2569,,,abc,,,RTIM",
    "value,stunting,Nowhere,,2024-09-30,2024-01-01,32.8,survey,,RTIM",
    ",stunting,,2025,,,27,,,RTIM",
  ].join("\n");
  await expect(takeSheet(ministry, sheet(text))).rejects.toMatchObject({
    code: "invalid",
    details: {
      fields: {
        "3.indicator": "unknown_word",
        "3.year": "other_era",
        "3.value": "not_a_number",
        "4.place": "unknown_place",
        "4.basis": "required",
        "4.to": "before_start",
        "5.record": "required",
      },
    },
  });
  const figures = await nationalFigures(ministry, null);
  expect(figures.targets.some(({ indicator }) => indicator === "stunting")).toBe(false);
  await expect(takeSheet(ministry, sheet("a,b\n1,2\n"))).rejects.toMatchObject({
    details: { fields: { file: expect.stringContaining("missing") } },
  });
});

it("what was wrongly entered is deleted, brought back, and stands again when it is entered anew", async () => {
  const wrong = target(2031, 12);
  await saveTarget(ministry, wrong);
  const story = () => nationalIndicatorStory(ministry, "penta3");
  const of = (targets: readonly { year: number; value: number }[]) =>
    targets.filter((one) => one.year === 2031).map((one) => one.value);
  const [id = ""] = (await story()).targets.filter((one) => one.year === 2031).map((one) => one.id);
  const out = { changeId: randomUUID(), subject: id };
  await expect(setAside(province, "nationalTarget", out)).rejects.toMatchObject({ code: "forbidden" });
  for (let again = 0; again < 2; again++) await setAside(ministry, "nationalTarget", out);
  expect([of((await story()).targets), of((await story()).out.targets)]).toEqual([[], [12]]);
  expect((await nationalIndicatorStory(province, "penta3").catch(() => null))?.out.targets ?? []).toEqual([]);
  await setAside(ministry, "nationalTarget", { ...out, changeId: randomUUID(), back: "yes" });
  expect(of((await story()).targets)).toEqual([12]);
  await setAside(ministry, "nationalTarget", { ...out, changeId: randomUUID() });
  const anew = target(2031, 90);
  for (let again = 0; again < 2; again++) await saveTarget(ministry, anew);
  expect(of((await story()).targets)).toEqual([90]);
  await setAside(ministry, "nationalTarget", { ...out, changeId: randomUUID() });
  const { targets, values, ...rest } = await nationalFigures(ministry, null);
  const again = [{ ...anew, id, versions: {}, note: null, value: 91 }];
  const rows = nationalSheetRows({ ...rest, targets: again, values: [] }, sheetWords(), "en");
  await takeSheet(ministry, sheet(csv(rows)));
  expect(of((await story()).targets)).toEqual([91]);
});
