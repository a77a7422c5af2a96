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
import type { FieldsOf, RecordType } from "@/lib/changes/registry";
import { restoreVersion } from "@/lib/history/commands";
import { placeHistory } from "@/lib/history/queries";
import type { Feature } from "@/lib/maps/schema";
import { placePage, villagePlan, workshopsAndVisits } from "./queries";
import { searchTexts } from "./text-queries";
import { villageMaps, villageProblems, workshopPage } from "./workshop-queries";

let db: TestDatabase;
let here: TestDistrict;
let team: Actor;
let governor: Actor;
let stranger: Actor;
let village: string;
const made: Record<string, string> = {};

const write = <T extends RecordType>(
  type: T,
  fields: Partial<FieldsOf<T>>,
  subject?: string,
  base?: Record<string, string>,
) => {
  const change = newChange({ type, place: village, fields, subject, base, madeAt: new Date() });
  return applyChange(team, change).then((answer) => ({ ...change, answer }));
};
async function record<T extends RecordType>(type: T, fields: Partial<FieldsOf<T>>) {
  const { subject, answer } = await write(type, fields);
  expect(answer).toMatchObject({ status: "accepted" });
  return subject;
}

const at = (
  category: string,
  sensitive: boolean,
): Pick<Feature, "category" | "sensitive" | "season" | "geometry"> => ({
  category,
  sensitive,
  season: "all",
  geometry: { type: "Point", coordinates: [0.4, 0.4], space: "sketch" },
});

beforeAll(async () => {
  db = await testDatabase();
  await seedCategories(db.owner);
  here = await makeDistrict(db.owner);
  const elsewhere = await makeDistrict(db.owner);
  village = here.villageIds[0] as string;
  team = actorFor({ role: "facilitator", districtIds: [here.districtId] });
  governor = actorFor({ role: "governor_office", districtIds: [here.districtId] });
  stranger = actorFor({ role: "governor_office", districtIds: [elsewhere.districtId] });
  const workshopId = await record("workshop", { module: "3", level: "village", startDate: "2026-11-20" });
  const groupId = await record("group", { workshopId, kind: "women", method: "dots" });
  const device = randomUUID();
  const tally = { workshopId, ageBand: "25to49", role: "villager", device } as const;
  await record("attendance", { ...tally, sex: "female", people: 12 });
  await record("attendance", { ...tally, sex: "male", people: 8 });
  const mapId = await record("map", { workshopId, groupId, base: "sketch" });
  await record("feature", { mapId, ...at("school", false) });
  await record("feature", { mapId, ...at("care_pregnant", true), label: "canary-care" });
  const first = await record("problem", { workshopId, statement: "Medicines run out", position: 0 });
  const second = await record("problem", { workshopId, statement: "The road is cut", position: 1 });
  await record("ballot", { workshopId, groupId, problemId: second, device, dots: 7 });
  await record("ballot", { workshopId, groupId, problemId: first, device, dots: 2 });
  const planId = await record("plan", { workshopId, status: "active", agreedDate: "2026-11-21" });
  const actionId = await record("action", {
    planId,
    problemId: second,
    what: "Repair the bridge",
    level: "district",
    due: "2026-12-01",
  });
  await record("progress", {
    actionId,
    status: "in_progress",
    date: "2026-11-21",
    office: "village_chief",
    note: "begun",
  });
  Object.assign(made, { workshopId, groupId, mapId, first, second, planId, actionId });
});
afterAll(async () => {
  await closeDatabase();
  await db.drop();
});

describe("village pages", () => {
  it("show what happened in the village to those who may read there", async () => {
    for (const actor of [team, governor]) {
      const { village: page } = await placePage(actor, village);
      expect(page?.workshops).toMatchObject([{ people: 20, women: 12, planId: made.planId }]);
      expect(page?.parts?.actions).toMatchObject([
        { what: "Repair the bridge", problem: 2, status: "in_progress" },
      ]);
      expect(page?.hidden).toBe(1);
      const plan = await villagePlan(actor, village, null);
      expect(plan.actions[0]?.reports).toMatchObject([{ status: "in_progress", office: "village_chief" }]);
      const maps = await villageMaps(actor, village);
      expect(maps.maps).toMatchObject([
        { hidden: 1, group: { kind: "women" }, features: [{ category: "school" }] },
      ]);
      const problems = await villageProblems(actor, village);
      expect(problems.problems.map(({ number }) => number)).toEqual([1, 2]);
      expect(problems.votes.ballots).toHaveLength(2);
      const workshop = await workshopPage(actor, village, made.workshopId as string);
      expect(workshop.attendance).toHaveLength(2);
      expect(workshop.districtThen).toBeNull();
      expect(await workshopsAndVisits(actor, village)).toMatchObject({ plan: { id: made.planId } });
      const all = JSON.stringify([page, plan, maps, problems, workshop]);
      expect(all).not.toContain("canary");
    }
  });

  it("are refused to everybody else, each of them", async () => {
    const readings = [
      () => placePage(stranger, village),
      () => placePage(stranger, here.districtId),
      () => villagePlan(stranger, village, null),
      () => villageMaps(stranger, village),
      () => villageProblems(stranger, village),
      () => workshopPage(stranger, village, made.workshopId as string),
      () => workshopsAndVisits(stranger, village),
      () => placeHistory(stranger, village),
      () => placeHistory(stranger, village, made.planId),
    ];
    for (const reading of readings) await expect(reading()).rejects.toMatchObject({ code: "forbidden" });
  });

  it("say which district held the village on the workshop's day", async () => {
    const former = await makeDistrict(db.owner, 0);
    await db.owner`insert into place_parents (child_id, parent_id, valid_from, valid_to)
      values (${village}, ${former.districtId}, '2020-01-01', '2026-11-21')`;
    await db.owner`insert into place_parents (child_id, parent_id, valid_from)
      values (${village}, ${here.districtId}, '2026-11-21')`;
    const { districtThen } = await workshopPage(governor, village, made.workshopId as string);
    expect(districtThen).toMatchObject({ id: former.districtId });
  });

  it("list a district's villages to its own people and refuse it to others", async () => {
    const { area } = await placePage(governor, here.districtId);
    expect(area?.below).toHaveLength(2);
    const reporter = actorFor({ role: "health_centre", villageIds: [village] });
    expect((await placePage(reporter, here.districtId)).area?.below.map(({ id }) => id)).toEqual([village]);
  });

  it("find words of plans and problems in the own area only, wildcards being letters", async () => {
    expect(await searchTexts(governor, "bridge", 20)).toMatchObject([
      { kind: "action", planId: made.planId },
    ]);
    expect(await searchTexts(stranger, "bridge", 20)).toEqual([]);
    expect(await searchTexts(governor, "%%", 20)).toEqual([]);
  });
});

describe("where an evidence photo was taken", () => {
  const takenAt = async (actor: Actor) => {
    const { actions } = await villagePlan(actor, village, null);
    return actions[0]?.reports.map(({ photoTakenAt }) => photoTakenAt).filter(Boolean);
  };
  const evidence = async (sensitive: boolean, location: [number, number]) => {
    const photoId = await record("photo", {
      ...{
        workshopId: made.workshopId,
        purpose: "evidence",
        sha256: randomUUID().replaceAll("-", "").repeat(2),
      },
      ...{ bytes: 10, width: 2, height: 2, type: "image/jpeg", sensitive, locationKept: true, location },
    });
    const report = { status: "in_progress", date: "2026-11-21", office: "village_chief" } as const;
    await record("progress", { actionId: made.actionId, ...report, photoId });
  };

  it("shows while the village's consent stands, and a sensitive one's never to the governor", async () => {
    await evidence(false, [103.65, 18.41]);
    await evidence(true, [103.7, 18.5]);
    for (const actor of [team, governor]) expect(await takenAt(actor)).toEqual([]);
    const use = { workshopId: made.workshopId, use: "photo_location", givenBy: "Village meeting" } as const;
    const consent = await record("consent", { ...use, given: true, date: "2020-01-01" });
    expect(await takenAt(governor)).toEqual([[103.65, 18.41]]);
    expect(await takenAt(team)).toHaveLength(2);
    const [row] = await db.owner`select versions from subjects where id = ${consent}`;
    await write("consent", { withdrawnOn: "2020-02-01" }, consent, row?.versions);
    for (const actor of [team, governor]) expect(await takenAt(actor)).toEqual([]);
  });
});

describe("history", () => {
  it("tells a plan with its actions, before and after, and leaves sensitive records out for a governor", async () => {
    const { shown } = await placeHistory(governor, village, made.planId);
    expect(shown).toMatchObject({ chainHolds: true, restorableFrom: [], type: "plan" });
    expect(shown?.lines.map(({ type }) => type).sort()).toEqual(["action", "plan"]);
    const [feature] = await db.owner`select id from map_features where sensitive`;
    await expect(placeHistory(governor, village, feature?.id)).rejects.toMatchObject({ code: "not_found" });
  });

  it("restores an earlier plan with its actions as further changes with a reason", async () => {
    const { shown } = await placeHistory(team, village, made.planId);
    const first = shown?.lines.at(-1)?.changeId as string;
    const later = shown?.lines[0]?.changeId as string;
    const current = await db.owner`select versions from subjects where id = ${made.actionId as string}`;
    await write("action", { what: "Build a new bridge", due: null }, made.actionId, current[0]?.versions);
    const asked = {
      place: village,
      subject: made.planId as string,
      why: "The meeting wants the first wording",
    };
    await restoreVersion(team, { ...asked, version: later });
    const [row] = await db.owner`select what, due::text from actions where id = ${made.actionId as string}`;
    expect(row).toEqual({ what: "Repair the bridge", due: "2026-12-01" });
    const after = await placeHistory(team, village, made.actionId);
    expect(after.shown).toMatchObject({ chainHolds: true });
    expect(after.shown?.lines[0]).toMatchObject({ why: asked.why, before: { what: "Build a new bridge" } });
    await expect(restoreVersion(team, { ...asked, version: later })).rejects.toMatchObject({
      code: "conflict",
    });
    await expect(restoreVersion(governor, { ...asked, version: first })).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(restoreVersion(team, { ...asked, version: randomUUID() })).rejects.toMatchObject({
      code: "not_found",
    });
  });
});
