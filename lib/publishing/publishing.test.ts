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
import type { Feature, Geometry } from "@/lib/maps/schema";
import { publishPlan, revokeShare } from "./commands";
import { posterOf, publicPlan } from "./queries";
import { newShareToken } from "./share-token";
import type { PublicPlan } from "./views";

let db: TestDatabase;
let here: TestDistrict;
let team: Actor;
let governor: Actor;
let village: string;

beforeAll(async () => {
  db = await testDatabase();
  await seedCategories(db.owner);
  here = await makeDistrict(db.owner);
  village = here.villageIds[0] as string;
  team = actorFor({ role: "facilitator", districtIds: [here.districtId] });
  governor = actorFor({ role: "governor_office", districtIds: [here.districtId] });
});
afterAll(async () => {
  await closeDatabase();
  await db.drop();
});

async function record<T extends RecordType>(type: T, fields: Partial<FieldsOf<T>>, subject?: string) {
  const change = newChange({ type, place: village, fields, subject, madeAt: new Date() });
  expect(await applyChange(team, change)).toMatchObject({ status: "accepted" });
  return change.subject;
}

const point: Geometry = { type: "Point", coordinates: [0.5, 0.5], space: "sketch" };
const marked: Pick<Feature, "season" | "geometry"> = { season: "all", geometry: point };

/** A plan with one action, one promise, and a map on which three things must never be seen. */
async function aPlan(uses: readonly ("display" | "public_page")[] = ["display", "public_page"]) {
  const workshopId = await record("workshop", { module: "3", level: "village", startDate: "2026-11-20" });
  for (const use of uses) {
    await record("consent", { workshopId, use, given: true, givenBy: "ນາຍບ້ານ", date: "2026-11-20" });
  }
  const mapId = await record("map", { workshopId, base: "sketch" });
  await record("feature", {
    mapId,
    ...marked,
    category: "school",
    label: "ໂຮງຮຽນ",
    sensitive: false,
    note: "canary-note",
  });
  await record("feature", {
    mapId,
    ...marked,
    category: "high_risk",
    label: "canary-sensitive",
    sensitive: true,
  });
  await record("feature", {
    mapId,
    ...marked,
    category: "care_pregnant",
    label: "canary-care",
    sensitive: false,
  });
  const problemId = await record("problem", { workshopId, statement: "ຢາໝົດ", position: 0 });
  const planId = await record("plan", { workshopId, status: "active", agreedDate: "2026-11-20" });
  const actionId = await record("action", {
    planId,
    problemId,
    what: "ກວດຢາ",
    level: "village",
    lead: "village_chief",
    leadNote: "canary-name",
  });
  await record("commitment", { workshopId, party: "village", text: "ພາໄປຝາກທ້ອງ", keptNote: "canary-kept" });
  return { workshopId, planId, actionId };
}

async function published(planId: string): Promise<{ token: string; shareId: string }> {
  const token = newShareToken();
  const subject = randomUUID();
  await publishPlan(team, { changeId: randomUUID(), subject, place: village, planId, token });
  return { token, shareId: subject };
}

describe("the wall poster", () => {
  it("leaves sensitive features, groups needing care, notes and names out by its query", async () => {
    const { planId } = await aPlan();
    for (const actor of [team, governor]) {
      const poster = await posterOf(actor, village, planId);
      expect(poster.map?.features.map(({ label }) => label)).toEqual(["ໂຮງຮຽນ"]);
      expect(poster.actions).toMatchObject([{ what: "ກວດຢາ", problem: 1 }]);
      expect(JSON.stringify(poster)).not.toContain("canary");
    }
  });

  it("says whether the village agreed to display, and is nobody else's", async () => {
    const { planId } = await aPlan([]);
    expect(await posterOf(team, village, planId)).toMatchObject({ mayDisplay: false, mayPublish: false });
    const stranger = actorFor({ role: "governor_office", districtIds: [randomUUID()] });
    await expect(posterOf(stranger, village, planId)).rejects.toMatchObject({ code: "forbidden" });
  });

  it("is not found under another village's address", async () => {
    const { planId } = await aPlan();
    await expect(posterOf(team, here.villageIds[1] as string, planId)).rejects.toMatchObject({
      code: "not_found",
    });
  });
});

describe("the public page", () => {
  it("shows the plan to whoever holds the token, without a name, a note or a sensitive place", async () => {
    const { planId } = await aPlan();
    const { token } = await published(planId);
    const answer = (await publicPlan(token)) as PublicPlan;
    expect(answer).toMatchObject({ state: "shown", actions: [{ what: "ກວດຢາ", status: "not_started" }] });
    expect(answer.map?.features.map(({ label }) => label)).toEqual(["ໂຮງຮຽນ"]);
    expect(JSON.stringify(answer)).not.toMatch(/canary|photo|created_by/);
  });

  it("knows nothing of a token that was never received", async () => {
    expect(await publicPlan(newShareToken())).toBeNull();
  });

  it("closes when it is revoked, past its date, or the consent is withdrawn", async () => {
    const revoked = await published((await aPlan()).planId);
    await revokeShare(team, { changeId: randomUUID(), place: village, shareId: revoked.shareId });
    expect(await publicPlan(revoked.token)).toEqual({ state: "closed" });

    const ended = await published((await aPlan()).planId);
    await db.owner`update shares set valid_until = '2020-01-01' where id = ${ended.shareId}`;
    expect(await publicPlan(ended.token)).toEqual({ state: "closed" });

    const { workshopId, planId } = await aPlan();
    const withdrawn = await published(planId);
    await record("consent", {
      workshopId,
      use: "public_page",
      given: false,
      givenBy: "ນາຍບ້ານ",
      date: "2026-11-21",
    });
    expect(await publicPlan(withdrawn.token)).toEqual({ state: "closed" });
  });

  it("is opened only with the village's consent, and only by those who may publish there", async () => {
    const { planId } = await aPlan(["display"]);
    await expect(published(planId)).rejects.toMatchObject({ code: "conflict" });
    const agreed = await aPlan();
    const reporter = actorFor({ role: "health_centre", villageIds: [village] });
    const asked = { changeId: randomUUID(), subject: randomUUID(), place: village, planId: agreed.planId };
    await expect(publishPlan(reporter, { ...asked, token: newShareToken() })).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(publishPlan(governor, { ...asked, token: newShareToken() })).resolves.toBeUndefined();
  });

  it("makes tokens of 128 bits that all differ", () => {
    const tokens = Array.from({ length: 200 }, newShareToken);
    expect(tokens.every((token) => /^[A-Za-z0-9_-]{22}$/.test(token))).toBe(true);
    expect(new Set(tokens).size).toBe(200);
  });
});
