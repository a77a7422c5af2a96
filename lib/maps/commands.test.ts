import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeDatabase } from "@/db/client";
import { seedCategories } from "@/db/seed/reference/categories";
import { type TestDatabase, testDatabase } from "@/db/testing/database";
import { makeDistrict, type TestDistrict } from "@/db/testing/factories";
import type { Actor } from "@/lib/access/actor";
import { actorFor } from "@/lib/access/testing";
import { applyChange } from "@/lib/changes/apply";
import { newChange } from "@/lib/changes/new-change";
import type { RecordType } from "@/lib/changes/registry";
import { uuidv7 } from "@/lib/changes/uuid";
import { exportMap, importMapFile } from "./commands";
import { mapVocabulary, workshopMaps } from "./queries";
import { recordCategory } from "./vocabulary-commands";
import { CategoryEntry } from "./vocabulary-schema";

let db: TestDatabase;
let here: TestDistrict;
let elsewhere: TestDistrict;
let facilitator: Actor;
let stranger: Actor;
let governor: Actor;
const at = new Date("2026-11-21T05:00:00Z");

beforeAll(async () => {
  db = await testDatabase();
  await seedCategories(db.owner);
  here = await makeDistrict(db.owner);
  elsewhere = await makeDistrict(db.owner);
  facilitator = actorFor({ role: "facilitator", districtIds: [here.districtId] });
  stranger = actorFor({ role: "facilitator", districtIds: [elsewhere.districtId] });
  governor = actorFor({ role: "governor_office", districtIds: [here.districtId] });
});
afterAll(async () => {
  await closeDatabase();
  await db.drop();
});

async function make<T extends RecordType>(type: T, fields: Record<string, unknown>): Promise<string> {
  const change = newChange({
    type,
    place: here.villageIds[0] as string,
    fields: fields as never,
    madeAt: at,
  });
  expect(await applyChange(facilitator, change)).toMatchObject({ status: "accepted" });
  return change.subject;
}

const point = (category: string, over: object = {}) => ({
  category,
  geometry: { type: "Point", coordinates: [103.65, 18.4], space: "geo" },
  season: "all",
  sensitive: false,
  ...over,
});

async function aMap(consented = true) {
  const workshopId = await make("workshop", { module: "3", level: "village", startDate: "2026-11-20" });
  const mapId = await make("map", { workshopId, base: "geo" });
  await make("feature", { mapId, ...point("school", { label: "OPEN" }) });
  await make("feature", { mapId, ...point("care_pregnant", { label: "SECRET", sensitive: true }) });
  const consent = { workshopId, use: "export", given: true, givenBy: "Village office", date: "2026-11-20" };
  if (consented) await make("consent", consent);
  return { workshopId, mapId };
}

describe("exportMap", () => {
  it("leaves sensitive things out and says so, in every format", async () => {
    const { mapId } = await aMap();
    for (const format of ["geojson", "kml", "gpx"] as const) {
      const file = await exportMap(facilitator, { mapId, format, withSensitive: false });
      expect(file.text).toContain("OPEN");
      expect(file.text).not.toContain("SECRET");
      expect(file).toMatchObject({ written: 1, leftOut: { sensitive: 1 } });
    }
    expect(await looks(mapId)).toBe(0);
  });

  it("takes them along for someone with the right who asks, and writes that down", async () => {
    const { mapId } = await aMap();
    const file = await exportMap(facilitator, { mapId, format: "geojson", withSensitive: true });
    expect(file.text).toContain("SECRET");
    expect(await looks(mapId)).toBe(1);
    const refused = exportMap(governor, { mapId, format: "geojson", withSensitive: true });
    await expect(refused).rejects.toMatchObject({ code: "forbidden" });
    expect(await looks(mapId)).toBe(1);
  });

  it("needs the village's consent, still standing", async () => {
    const { workshopId, mapId } = await aMap(false);
    const out = () => exportMap(facilitator, { mapId, format: "kml", withSensitive: false });
    await expect(out()).rejects.toMatchObject({ code: "forbidden", details: { reason: "consent_export" } });
    const given = { workshopId, use: "export", given: true, givenBy: "Village office", date: "2026-11-20" };
    await make("consent", given);
    await expect(out()).resolves.toMatchObject({ written: 1 });
    await make("consent", { ...given, date: "2026-11-21", withdrawnOn: "2026-11-21" });
    await expect(out()).rejects.toMatchObject({ code: "forbidden" });
  });

  it("knows no map of another district", async () => {
    const { mapId } = await aMap();
    const out = exportMap(stranger, { mapId, format: "geojson", withSensitive: false });
    await expect(out).rejects.toMatchObject({ code: "not_found" });
  });
});

async function looks(mapId: string): Promise<number> {
  return (await db.owner`select 1 from sensitive_reads where subject_id = ${mapId}`).length;
}

const file = JSON.stringify({
  type: "FeatureCollection",
  features: [
    {
      type: "Feature",
      geometry: { type: "Point", coordinates: [103.66, 18.41] },
      properties: { category: "school", label: "New school" },
    },
    {
      type: "Feature",
      geometry: { type: "Point", coordinates: [103.66, 118.41] },
      properties: { category: "school" },
    },
    {
      type: "Feature",
      geometry: { type: "Point", coordinates: [103.67, 18.42] },
      properties: { category: "Helicopter pad" },
    },
  ],
});
const features = (mapId: string) =>
  db.owner`select category, label from map_features where map_id = ${mapId} order by category`;

describe("importMapFile", () => {
  it("adds what is good as ordinary changes and reports the rest by its place in the file", async () => {
    const { mapId } = await aMap();
    const report = await importMapFile(facilitator, { mapId, format: "geojson", text: file, id: uuidv7() });
    expect(report).toMatchObject({ added: 2, rejected: [{ position: 2 }], unknown: ["Helicopter pad"] });
    expect((await features(mapId)).map((row) => row.label)).toEqual([
      "SECRET",
      "Helicopter pad",
      "OPEN",
      "New school",
    ]);
  });

  it("adds nothing twice when the same upload comes again", async () => {
    const { mapId } = await aMap();
    const upload = { mapId, format: "geojson", text: file, id: uuidv7() } as const;
    await importMapFile(facilitator, upload);
    await importMapFile(facilitator, upload);
    expect(await features(mapId)).toHaveLength(4);
  });

  it("refuses other roles, other districts and files that are none", async () => {
    const { mapId } = await aMap();
    const upload = { mapId, format: "geojson", text: file, id: uuidv7() } as const;
    await expect(importMapFile(governor, upload)).rejects.toMatchObject({ code: "forbidden" });
    await expect(importMapFile(stranger, upload)).rejects.toMatchObject({ code: "not_found" });
    const broken = importMapFile(facilitator, { ...upload, text: "no map" });
    await expect(broken).rejects.toMatchObject({ code: "invalid", details: { refused: "not_readable" } });
    expect(await features(mapId)).toHaveLength(2);
  });
});

describe("workshopMaps", () => {
  it("never carries a sensitive feature, but says how many there are", async () => {
    const { workshopId } = await aMap();
    for (const actor of [facilitator, governor]) {
      const maps = await workshopMaps(actor, workshopId);
      expect(JSON.stringify(maps)).not.toContain("SECRET");
      expect(maps).toMatchObject([{ hidden: 1, features: [{ label: "OPEN" }] }]);
    }
    expect(await workshopMaps(stranger, workshopId)).toEqual([]);
  });

  it("names the covered copy of the paper map, once it is confirmed and here", async () => {
    const { workshopId } = await aMap();
    const described = {
      workshopId,
      purpose: "paper_map",
      bytes: 10,
      width: 40,
      height: 30,
      type: "image/jpeg",
    };
    const photo = (over: object) =>
      make("photo", { ...described, sha256: randomUUID().replaceAll("-", "").repeat(2), ...over });
    const original = await photo({ sensitive: true });
    await make("map", { workshopId, base: "sketch", photoId: original });
    const copy = await photo({ sensitive: false, coveredFromId: original, coveredConfirmed: true });
    const covered = async () =>
      (await workshopMaps(governor, workshopId)).find(({ base }) => base === "sketch")?.covered;
    expect(await covered()).toBeNull();
    await db.owner`update photos set stored_at = now() where id in (${original}, ${copy})`;
    expect(await covered()).toEqual({ id: copy, width: 40, height: 30 });
  });
});

describe("recordCategory", () => {
  const admin = actorFor({ role: "administrator", nation: true });
  const entry = (over: object = {}) =>
    CategoryEntry.parse({
      change: uuidv7(),
      id: `rice_mill_${randomUUID().slice(0, 6)}`,
      frame: "community",
      glyph: "market",
      labelLo: "ໂຮງສີເຂົ້າ",
      labelEn: "Rice mill",
      active: "on",
      ...over,
    });

  it("adds a symbol after all others, for everyone to use", async () => {
    const added = entry();
    await recordCategory(admin, added);
    const words = await mapVocabulary(facilitator);
    expect(words.at(-1)).toMatchObject({ id: added.id, labelLo: "ໂຮງສີເຂົ້າ", active: true, sensitive: false });
  });

  it("changes words and use, keeps its place and family, and leaves a trail", async () => {
    const added = entry();
    await recordCategory(admin, added);
    const before = (await mapVocabulary(admin)).find(({ id }) => id === added.id);
    await recordCategory(admin, { ...added, change: uuidv7(), labelEn: "Mill", active: false });
    const after = (await mapVocabulary(admin)).find(({ id }) => id === added.id);
    expect(after).toEqual({ ...before, labelEn: "Mill", active: false });
    const trail = await db.owner`select 1 from changes where kind = 'category.record' and subject_id in
      (select subject_id from changes where id = ${added.change})`;
    expect(trail).toHaveLength(2);
    const other = recordCategory(admin, { ...added, change: uuidv7(), frame: "danger" });
    await expect(other).rejects.toMatchObject({ code: "conflict" });
  });

  it("keeps groups needing care sensitive", async () => {
    const added = entry({ frame: "care", sensitive: false });
    await recordCategory(admin, added);
    expect((await mapVocabulary(admin)).find(({ id }) => id === added.id)?.sensitive).toBe(true);
  });

  it("refuses everyone else, and a form sent twice is one change", async () => {
    const added = entry();
    for (const actor of [facilitator, governor, actorFor({ role: "ministry", nation: true })]) {
      await expect(recordCategory(actor, added)).rejects.toMatchObject({ code: "forbidden" });
    }
    await recordCategory(admin, added);
    await recordCategory(admin, added);
    expect(await db.owner`select 1 from changes where id = ${added.change}`).toHaveLength(1);
  });
});
