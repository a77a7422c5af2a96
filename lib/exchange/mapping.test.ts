import { randomUUID } from "node:crypto";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { closeDatabase } from "@/db/client";
import { makeDistrict } from "@/db/testing/factories";
import { actorFor } from "@/lib/access/testing";
import { districtThatReports } from "@/lib/indicators/testing";
import { writeImport } from "./import-commands";
import { MeaningForm } from "./mapping";
import { forgetId, rememberId } from "./mapping-commands";
import { rememberedIds, valueImportPage } from "./queries";
import { dryRun, imported, makeFacility } from "./testing-imports";
import { unitCandidates } from "./unit-queries";

const at = districtThatReports();
afterAll(() => closeDatabase());
const administrator = actorFor({ role: "administrator", nation: true });

let facility: string;
let code: string;
beforeEach(async () => {
  await at.db.owner`delete from external_ids`;
  code = `HC${randomUUID().slice(0, 6)}`;
  facility = await makeFacility(at.db.owner, { districtId: at.here.districtId, villageId: at.village, code });
});

const element = async (name: string) =>
  `element:${(await at.db.owner`select number from data_elements where code = ${name}`)[0]?.number}`;
const say = (importId: string, kind: string, externalId: string, meaning: string, combo = "") =>
  MeaningForm.parse({ importId, kind, externalId, meaning, combo });
const file = [
  { orgUnit: "DiszpKrYNg8", dataElement: "fbfJHSPpUQD", categoryOptionCombo: "first", value: "9" },
  { orgUnit: "DiszpKrYNg8", dataElement: "fbfJHSPpUQD", categoryOptionCombo: "fourth", value: "4" },
];
const unknownOf = async (importId: string) =>
  (await valueImportPage(at.office, importId))?.ids.map(({ externalId, size }) => [externalId, size]);
const counted = async () => [
  ...(await at.db.owner`
    select e.code, d.value from data_values d join data_elements e on e.number = d.element_number
    where d.reporter_id = ${facility} order by e.number`.values()),
];

describe("ids that nobody knew", () => {
  it("wait, are said once, and the next file needs nobody", async () => {
    const importId = await dryRun(at.office, file, {});
    expect(await unknownOf(importId)).toEqual([
      ["fbfJHSPpUQD", 2],
      ["DiszpKrYNg8", 2],
    ]);
    await rememberId(at.office, say(importId, "unit", "DiszpKrYNg8", `facility:${facility}`));
    await rememberId(at.office, say(importId, "element", "fbfJHSPpUQD", await element("ANC1")));
    expect(await unknownOf(importId)).toEqual([]);
    expect(await writeImport(at.office, importId)).toMatchObject({ imported: 2, unknown: 0 });
    expect(await counted()).toEqual([["ANC1", 13]]);
    expect((await imported(at.office, file, {})).summary).toMatchObject({ unchanged: 2, unknown: 0 });
    const [unit] = (await rememberedIds(at.office)).filter(({ kind }) => kind === "unit");
    expect(unit).toMatchObject({ externalId: "DiszpKrYNg8", nameEn: `Centre ${code}`, forAll: false });
    await forgetId(at.office, { id: String(unit?.id) });
    expect((await imported(at.office, file, {})).summary).toMatchObject({ unknown: 2 });
    const changes = await at.db
      .owner`select kind from changes where subject_id = ${String(unit?.id)} order by seq`;
    expect(changes.map(({ kind }) => kind)).toEqual(["externalId.record", "externalId.delete"]);
  });

  it("a combination may count something of its own; the rest is added up", async () => {
    const importId = await dryRun(at.office, file, {});
    expect((await valueImportPage(at.office, importId))?.ids[0]?.combos).toEqual(["first", "fourth"]);
    await rememberId(at.office, say(importId, "unit", "DiszpKrYNg8", `facility:${facility}`));
    await rememberId(at.office, say(importId, "element", "fbfJHSPpUQD", await element("ANC1")));
    await rememberId(at.office, say(importId, "element", "fbfJHSPpUQD", await element("ANC4"), "fourth"));
    await writeImport(at.office, importId);
    expect(await counted()).toEqual([
      ["ANC1", 9],
      ["ANC4", 4],
    ]);
  });

  it("set aside for ever, they are told as such and counted apart", async () => {
    const importId = await dryRun(at.office, file, {});
    await rememberId(at.office, say(importId, "unit", "DiszpKrYNg8", "aside"));
    expect((await imported(at.office, file, {})).summary).toMatchObject({
      setAside: 2,
      unknown: 0,
      imported: 0,
    });
  });

  it("an office's word holds for that office, an administrator's for all, the office's own before it", async () => {
    const other = await makeDistrict(at.db.owner, 1);
    const stranger = actorFor({ role: "health_office", districtIds: [other.districtId] });
    const importId = await dryRun(at.office, file, {});
    await rememberId(at.office, say(importId, "element", "fbfJHSPpUQD", await element("ANC1")));
    const theirs = await dryRun(stranger, file, {});
    expect((await valueImportPage(stranger, theirs))?.ids).toHaveLength(2);
    const national = await dryRun(administrator, file, {});
    await rememberId(administrator, say(national, "element", "fbfJHSPpUQD", await element("ANC8")));
    await rememberId(administrator, say(national, "unit", "DiszpKrYNg8", `facility:${facility}`));
    const again = await dryRun(stranger, file, {});
    expect((await valueImportPage(stranger, again))?.ids).toMatchObject([
      { kind: "unit", outcome: "outside" },
    ]);
    await imported(at.office, file, {});
    expect(await counted()).toEqual([["ANC1", 13]]);
    await expect(
      forgetId(stranger, { id: (await rememberedIds(administrator))[0]?.id ?? "" }),
    ).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("who may say what", () => {
  it("nobody gives an id to a place where they do not import, or to what is not there", async () => {
    const other = await makeDistrict(at.db.owner, 1);
    const importId = await dryRun(at.office, file, {});
    const village = `village:${other.villageIds[0]}`;
    await expect(rememberId(at.office, say(importId, "unit", "DiszpKrYNg8", village))).rejects.toMatchObject({
      code: "forbidden",
    });
    for (const meaning of [`facility:${randomUUID()}`, "element:1"])
      await expect(
        rememberId(at.office, say(importId, "unit", "DiszpKrYNg8", meaning)),
      ).rejects.toMatchObject({
        code: "invalid",
      });
    await expect(rememberId(at.office, say(importId, "element", "x", "element:9999"))).rejects.toMatchObject({
      code: "invalid",
    });
    expect(await rememberedIds(at.office)).toEqual([]);
  });

  it("not a governor, not for another's import", async () => {
    const importId = await dryRun(at.office, file, {});
    const form = say(importId, "unit", "DiszpKrYNg8", "aside");
    const governor = actorFor({ role: "governor_office", districtIds: [at.here.districtId] });
    await expect(rememberId(governor, form)).rejects.toMatchObject({ code: "forbidden" });
    await expect(forgetId(governor, { id: randomUUID() })).rejects.toMatchObject({ code: "forbidden" });
    const other = await makeDistrict(at.db.owner, 1);
    const stranger = actorFor({ role: "health_office", districtIds: [other.districtId] });
    await expect(rememberId(stranger, form)).rejects.toMatchObject({ code: "not_found" });
  });

  it("finds facilities and villages where somebody imports, and nowhere else", async () => {
    expect(await unitCandidates(at.office, code)).toMatchObject([{ kind: "facility", id: facility }]);
    expect(await unitCandidates(administrator, code)).toHaveLength(1);
    const other = await makeDistrict(at.db.owner, 1);
    const stranger = actorFor({ role: "health_office", districtIds: [other.districtId] });
    expect(await unitCandidates(stranger, code)).toEqual([]);
  });
});
