import { afterAll, beforeAll, expect, it } from "vitest";
import { closeDatabase } from "@/db/client";
import { seedCategories } from "@/db/seed/reference/categories";
import { type TestDatabase, testDatabase } from "@/db/testing/database";
import { makeDistrict, type TestDistrict } from "@/db/testing/factories";
import type { Actor } from "@/lib/access/actor";
import { actorFor } from "@/lib/access/testing";
import { applyChange } from "@/lib/changes/apply";
import { newChange } from "@/lib/changes/new-change";
import type { FieldsOf, RecordType } from "@/lib/changes/registry";
import { today } from "@/lib/clock";
import type { Geometry } from "@/lib/maps/schema";
import { bootstrapOf } from "@/lib/sync/bootstrap";
import type { KnownPlace } from "@/lib/sync/known";
import { posterFromPhone } from "./from-phone";
import { posterOf } from "./queries";

let db: TestDatabase;
let here: TestDistrict;
let team: Actor;
let village: string;
const phone: { type: RecordType; id: string; fields: unknown }[] = [];

beforeAll(async () => {
  db = await testDatabase();
  await seedCategories(db.owner);
  here = await makeDistrict(db.owner);
  village = here.villageIds[0] as string;
  team = actorFor({ role: "facilitator", districtIds: [here.districtId] });
});
afterAll(async () => {
  await closeDatabase();
  await db.drop();
});

/** Recorded on the phone, and received by the server. */
async function record<T extends RecordType>(type: T, fields: Partial<FieldsOf<T>>): Promise<string> {
  const change = newChange({ type, place: village, fields, madeAt: new Date() });
  expect(await applyChange(team, change)).toMatchObject({ status: "accepted" });
  phone.push({ type, id: change.subject, fields });
  return change.subject;
}

const held = <T extends RecordType>(type: T) =>
  phone.filter((row) => row.type === type) as unknown as { id: string; fields: FieldsOf<T> }[];
const point: Geometry = { type: "Point", coordinates: [0.5, 0.5], space: "sketch" };

async function workshopWithPlan(): Promise<string> {
  const workshopId = await record("workshop", { module: "3", level: "village", startDate: "2026-11-20" });
  const consent = { workshopId, givenBy: "ນາຍບ້ານ" };
  await record("consent", { ...consent, use: "display", given: false, date: "2026-11-19" });
  await record("consent", { ...consent, use: "display", given: true, date: "2026-11-20" });
  await record("consent", { ...consent, use: "share", given: true, date: "2026-11-20", until: "2026-11-21" });
  await record("attendance", tally(workshopId, "female", 12));
  await record("attendance", tally(workshopId, "male", 9));
  const groupId = await record("group", { workshopId, kind: "women" });
  const ofWomen = await record("map", { workshopId, groupId, base: "sketch" });
  const ofAll = await record("map", { workshopId, base: "sketch" });
  const marked = { geometry: point, season: "all", category: "school" } as const;
  for (const mapId of [ofWomen, ofWomen, ofAll]) {
    await record("feature", { ...marked, mapId, label: mapId, sensitive: false });
  }
  await record("feature", { ...marked, mapId: ofAll, label: "hidden", sensitive: true });
  await record("feature", { ...marked, mapId: ofAll, category: "care_pregnant", sensitive: false });
  const second = await record("problem", { workshopId, statement: "ນ້ຳໄກ", position: 2 });
  const first = await record("problem", { workshopId, statement: "ຢາໝົດ", position: 1 });
  const planId = await record("plan", { workshopId, status: "active", agreedDate: "2026-11-20" });
  const action = { planId, level: "village", lead: "village_chief" } as const;
  await record("action", { ...action, problemId: second, what: "ຂຸດນ້ຳສ້າງ", position: 1 });
  await record("action", { ...action, problemId: first, what: "ກວດຢາ", due: "2026-12-20", position: 2 });
  await record("action", { ...action, what: "ອື່ນໆ", position: 0 });
  await record("commitment", { workshopId, party: "hc", text: "ເປີດທຸກມື້", position: 2 });
  await record("commitment", { workshopId, party: "village", text: "ພາໄປຝາກທ້ອງ", position: 1 });
  return planId;
}

async function servedBy(nameLo: string, { dry, wet }: { dry: number; wet: number }) {
  const [facility] = await db.owner`
    insert into facilities (id, type, name_lo, district_id, source)
    values (gen_random_uuid(), 'health_centre_a', ${nameLo}, ${here.districtId}, 'test') returning id`;
  await db.owner`
    insert into catchments (facility_id, district_id, village_id, valid_from, travel_min_dry, travel_min_wet)
    values (${facility?.id}, ${here.districtId}, ${village}, '2020-01-01', ${dry}, ${wet})`;
}

const tally = (workshopId: string, sex: "female" | "male", people: number) => ({
  workshopId,
  sex,
  ageBand: "25to49" as const,
  role: "villager" as const,
  device: "0192f000-0000-7000-8000-000000000001",
  people,
});

it("a phone with no network makes the poster that the server would make", async () => {
  const planId = await workshopWithPlan();
  await servedBy("ສຸກສາລາທົດລອງ", { dry: 20, wet: 55 });
  const { head, categories, ...server } = await posterOf(team, village, planId);
  const { places } = await bootstrapOf(team);
  const place = places.find(({ id }) => id === village) as KnownPlace;
  const above = new Map<string | null | undefined, KnownPlace>([
    [head.districtId, { nameLo: server.districtLo, nameEn: server.districtEn } as KnownPlace],
    [head.provinceId, { nameLo: server.provinceLo, nameEn: server.provinceEn } as KnownPlace],
  ]);
  const made = posterFromPhone({
    place,
    placeOf: (id) => above.get(id),
    plan: held("plan")[0] as { id: string; fields: FieldsOf<"plan"> },
    workshop: held("workshop")[0] as { id: string; fields: FieldsOf<"workshop"> },
    problems: held("problem"),
    actions: held("action"),
    standing: () => ({ status: "not_started", statusDate: null, confirmed: null }),
    commitments: held("commitment"),
    visits: [],
    tallies: held("attendance"),
    groups: held("group"),
    consents: held("consent"),
    shares: [],
    maps: held("map"),
    features: held("feature"),
    photos: [],
    pictureOf: () => undefined,
    categories,
    today: today(),
  });
  const { head: _head, categories: _categories, ...own } = made;
  expect(own.map?.features).toHaveLength(1);
  expect(own).toEqual(server);
  expect(own.healthCentre).toMatchObject({ dry: 20, wet: 55 });
});
