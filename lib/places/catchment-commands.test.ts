import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeDatabase } from "@/db/client";
import { type TestDatabase, testDatabase } from "@/db/testing/database";
import { makeDistrict, type TestDistrict } from "@/db/testing/factories";
import { actorFor } from "@/lib/access/testing";
import { applyChange } from "@/lib/changes/apply";
import { newChange } from "@/lib/changes/new-change";
import { endCatchment, setCatchment } from "./catchment-commands";

let db: TestDatabase;
let here: TestDistrict;
let elsewhere: TestDistrict;
const [first, second] = [randomUUID(), randomUUID()];
const at = new Date("2026-11-21T05:00:00Z");

beforeAll(async () => {
  db = await testDatabase();
  here = await makeDistrict(db.owner);
  elsewhere = await makeDistrict(db.owner);
  for (const id of [first, second]) {
    await db.owner`insert into facilities (id, type, name_lo, district_id, source) values (${id}, 'health_centre_a', 'ສຸກສາລາ', ${here.districtId}, 'test')`;
  }
});
afterAll(async () => {
  await closeDatabase();
  await db.drop();
});

const village = () => here.villageIds[0] as string;
const office = () => actorFor({ role: "health_office", districtIds: [here.districtId] });
const rows = () =>
  db.owner`select facility_id, valid_from::text, valid_to::text, travel_min_wet from catchments order by valid_from`;

describe("setCatchment", () => {
  it("is refused to other roles and to another district's office", async () => {
    const input = { facilityId: first, villageId: village(), from: "2026-01-01" };
    const facilitator = actorFor({ role: "facilitator", districtIds: [here.districtId] });
    const stranger = actorFor({ role: "health_office", districtIds: [elsewhere.districtId] });
    for (const actor of [facilitator, stranger]) {
      await expect(setCatchment(actor, input)).rejects.toMatchObject({ code: "forbidden" });
    }
    expect(await rows()).toHaveLength(0);
  });

  it("is dated: the next one ends the one before, the same again changes nothing, the past is not rewritten", async () => {
    const actor = office();
    const earlier = {
      facilityId: first,
      villageId: village(),
      from: "2026-01-01",
      travelMinDry: 40,
      travelMinWet: 95,
    };
    await setCatchment(actor, earlier);
    await setCatchment(actor, earlier);
    await setCatchment(actor, { ...earlier, facilityId: second, from: "2026-07-01" });
    expect([...(await rows())]).toEqual([
      { facility_id: first, valid_from: "2026-01-01", valid_to: "2026-07-01", travel_min_wet: 95 },
      { facility_id: second, valid_from: "2026-07-01", valid_to: null, travel_min_wet: 95 },
    ]);
    await expect(setCatchment(actor, { ...earlier, from: "2026-03-01" })).rejects.toMatchObject({
      details: { reason: "before_last_change" },
    });
  });
});

describe("endCatchment", () => {
  const open = async () => {
    const [row] =
      await db.owner`select id from catchments where village_id = ${village()} and valid_to is null`;
    return { catchmentId: String(row?.id), villageId: village(), to: "2026-09-01" };
  };

  it("is refused to other roles, to another district's office and under another village's name", async () => {
    const input = await open();
    const facilitator = actorFor({ role: "facilitator", districtIds: [here.districtId] });
    const stranger = actorFor({ role: "health_office", districtIds: [elsewhere.districtId] });
    for (const actor of [facilitator, stranger]) {
      await expect(endCatchment(actor, input)).rejects.toMatchObject({ code: "forbidden" });
    }
    const neighbour = { ...input, villageId: here.villageIds[1] as string };
    await expect(endCatchment(office(), neighbour)).rejects.toMatchObject({ code: "not_found" });
    await expect(endCatchment(office(), { ...input, to: "2026-07-01" })).rejects.toMatchObject({
      details: { fields: { to: "before_start" } },
    });
  });

  it("ends it once, and what comes next may not reach back before that day", async () => {
    const input = await open();
    await endCatchment(office(), input);
    await endCatchment(office(), input);
    expect((await rows()).at(-1)).toMatchObject({ facility_id: second, valid_to: "2026-09-01" });
    const audited = await db.owner`select 1 from changes where subject_id = ${input.catchmentId}`;
    expect(audited).toHaveLength(2);
    const next = { facilityId: first, villageId: village(), from: "2026-08-01" };
    await expect(setCatchment(office(), next)).rejects.toMatchObject({ code: "invalid" });
    await setCatchment(office(), { ...next, from: "2026-09-01" });
    expect(await rows()).toHaveLength(3);
  });
});

describe("village profile", () => {
  const fields = {
    date: "2026-10-01",
    source: "ທະບຽນບ້ານ",
    population: 412,
    females: 207,
    households: 74,
    ethnicGroups: [
      { group: "khmu", share: 0.7 },
      { group: "lao", people: 120 },
    ],
    languages: ["khmu", "lao"],
    povertyStatus: "poor",
    wetAccess: "foot",
  } as const;
  const profile = () =>
    newChange({
      type: "profile",
      place: village(),
      fields: { ...fields, ethnicGroups: [...fields.ethnicGroups], languages: [...fields.languages] },
      madeAt: at,
    });

  it("is recorded by the district's facilitator, once however often it is sent", async () => {
    const facilitator = actorFor({ role: "facilitator", districtIds: [here.districtId] });
    const change = profile();
    expect((await applyChange(facilitator, change)).status).toBe("accepted");
    expect((await applyChange(facilitator, change)).status).toBe("duplicate");
    const [row] =
      await db.owner`select population, ethnic_groups, poverty_status from village_profiles where id = ${change.subject}`;
    expect(row).toEqual({ population: 412, ethnic_groups: fields.ethnicGroups, poverty_status: "poor" });
  });

  it("is refused to the governor's office, to another district, and when it contradicts itself", async () => {
    const governor = actorFor({ role: "governor_office", districtIds: [here.districtId] });
    const stranger = actorFor({ role: "facilitator", districtIds: [elsewhere.districtId] });
    for (const actor of [governor, stranger]) {
      expect(await applyChange(actor, profile())).toMatchObject({ status: "rejected", code: "forbidden" });
    }
    const facilitator = actorFor({ role: "facilitator", districtIds: [here.districtId] });
    const wrong = profile();
    const more = { ...wrong, fields: { ...wrong.fields, females: 500 } };
    expect(await applyChange(facilitator, more)).toMatchObject({ status: "rejected", code: "invalid" });
  });
});
