import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeDatabase, emptyScope, withScope } from "@/db/client";
import { type TestDatabase, testDatabase } from "@/db/testing/database";
import { makeDistrict, type TestDistrict } from "@/db/testing/factories";
import type { Actor } from "@/lib/access/actor";
import { actorFor } from "@/lib/access/testing";
import { applyChange } from "@/lib/changes/apply";
import { newChange } from "@/lib/changes/new-change";
import type { FieldsOf, RecordType } from "@/lib/changes/registry";
import { publishPlan, revokeShare } from "@/lib/publishing/commands";
import { publicPlan } from "@/lib/publishing/queries";
import { newShareToken } from "@/lib/publishing/share-token";
import { decideWords, sayVoice } from "./commands";
import { voicesOfDistrict } from "./queries";
import { SayVoice } from "./schema";

let db: TestDatabase;
let here: TestDistrict;
let team: Actor;
let governor: Actor;

beforeAll(async () => {
  db = await testDatabase();
  here = await makeDistrict(db.owner);
  team = actorFor({ role: "facilitator", districtIds: [here.districtId] });
  governor = actorFor({ role: "governor_office", districtIds: [here.districtId] });
});
afterAll(async () => {
  await closeDatabase();
  await db.drop();
});

async function record<T extends RecordType>(type: T, place: string, fields: Partial<FieldsOf<T>>) {
  const change = newChange({ type, place, fields, madeAt: new Date() });
  expect(await applyChange(team, change)).toMatchObject({ status: "accepted" });
  return change.subject;
}

/** A shared plan with one action. */
async function shared(village = here.villageIds[0] as string, displayedDate = "2026-01-05") {
  const workshopId = await record("workshop", village, {
    module: "3",
    level: "village",
    startDate: "2026-01-02",
  });
  await record("consent", village, {
    workshopId,
    use: "public_page",
    given: true,
    givenBy: "ນາຍບ້ານ",
    date: "2026-01-02",
  });
  const planId = await record("plan", village, { workshopId, status: "active", displayedDate });
  const action = await record("action", village, { planId, what: "ຖັງນ້ຳ", level: "village" });
  const [token, shareId] = [newShareToken(), randomUUID()];
  await publishPlan(team, { changeId: randomUUID(), subject: shareId, place: village, planId, token });
  return { village, planId, action, token, shareId };
}

let network = 0;
const say = (token: string, action: string, said: "done" | "not", words = "", id = randomUUID()) =>
  sayVoice(token, SayVoice.parse({ id, action, said, words }), `10.0.${network++}.0/24`);
const saidOf = async (token: string) => {
  const plan = await publicPlan(token);
  return plan?.state === "shown" ? plan.actions[0]?.said : plan;
};

describe("a villager's answer", () => {
  it("is counted beside the status and never touches it; pressed twice it is one", async () => {
    const { token, action } = await shared();
    const id = randomUUID();
    expect(await say(token, action, "not", "", id)).toBe("taken");
    expect(await say(token, action, "not", "", id)).toBe("taken");
    expect(await say(token, action, "done")).toBe("taken");
    const plan = await publicPlan(token);
    expect(plan).toMatchObject({
      actions: [{ status: "not_started", said: { done: 1, all: 2, words: [] } }],
    });
    const [row] = await db.owner`select * from voices where id = ${id}`;
    expect(Object.keys(row ?? {}).sort()).toEqual(
      ["action_id", "at", "district_id", "done", "id", "share_id", "village_id"].sort(),
    );
  });

  it("reaches only the actions of the plan that the link shows, while it shows it", async () => {
    const [one, other] = [await shared(), await shared(here.villageIds[1])];
    expect(await say(one.token, other.action, "not")).toBe("unknown");
    expect(await say(newShareToken(), one.action, "not")).toBe("closed");
    await revokeShare(team, { changeId: randomUUID(), place: one.village, shareId: one.shareId });
    expect(await say(one.token, one.action, "not")).toBe("closed");
    expect(await saidOf(other.token)).toBeNull();
  });

  it("begins anew with each official report, and contradicts only a report of done", async () => {
    const { village, token, action } = await shared();
    await say(token, action, "not");
    expect((await voicesOfDistrict(governor, here.districtId)).contradictions).toEqual([]);
    await record("progress", village, {
      actionId: action,
      status: "done",
      date: "2026-02-01",
      office: "village_chief",
    });
    expect(await saidOf(token)).toBeNull();
    await say(token, action, "not");
    await say(token, action, "done");
    const { contradictions } = await voicesOfDistrict(governor, here.districtId);
    expect(contradictions).toMatchObject([{ actionId: action, notDone: 1, all: 2, what: "ຖັງນ້ຳ" }]);
  });

  it("has a day's limit for each link, and one for words below it", async () => {
    const { token, action, shareId } = await shared();
    const many = (count: number) => db.owner`
      with v as (insert into voices (id, district_id, village_id, share_id, action_id, done, at)
        select gen_random_uuid(), ${here.districtId}, null, ${shareId}, ${action}, true, now() from generate_series(1, ${count})
        returning id)
      insert into voice_words (voice_id, district_id, words, at) select id, ${here.districtId}, 'x', now() from v limit 30`;
    await many(30);
    expect(await say(token, action, "not", "ຖັງແຕກ")).toBe("full");
    expect(await say(token, action, "not")).toBe("taken");
    await many(69);
    expect(await say(token, action, "not")).toBe("full");
  });
});

describe("a link", () => {
  it("lives until 12 months after the place's next plan is displayed", async () => {
    const first = await shared(here.villageIds[0], "2025-01-05");
    expect(await publicPlan(first.token)).toMatchObject({ state: "shown" });
    const later = await makeDistrict(db.owner, 1);
    const village = later.villageIds[0] as string;
    const keeper = actorFor({ role: "facilitator", districtIds: [later.districtId] });
    const ours = team;
    team = keeper;
    const old = await shared(village, "2024-01-05");
    expect(await publicPlan(old.token)).toMatchObject({ state: "shown" });
    const next = await shared(village, "2025-01-05");
    team = ours;
    expect(await publicPlan(old.token)).toEqual({ state: "closed" });
    expect(await say(old.token, old.action, "not")).toBe("closed");
    expect(await publicPlan(next.token)).toMatchObject({ state: "shown" });
    await db.owner`update plans set displayed_date = current_date - 300 where id = ${next.planId}`;
    expect(await publicPlan(old.token)).toMatchObject({ state: "shown" });
  });
});

describe("words", () => {
  const wordsSeenBy = (actor: Actor) =>
    withScope(actor.scope, (tx) => tx.execute<{ words: string }>(sql`select words from voice_words`));

  it("wait for the district's office; what is passed stands on the page, what is withheld nowhere", async () => {
    const { token, action, village } = await shared();
    await say(token, action, "not", "  canary \n ແຕກ ");
    await say(token, action, "not", "canary two");
    expect(await saidOf(token)).toMatchObject({ words: [] });
    const waiting = (await voicesOfDistrict(governor, here.districtId)).waiting.filter(
      ({ actionId }) => actionId === action,
    );
    expect(waiting.map(({ words }) => words)).toEqual(["canary ແຕກ", "canary two"]);
    const [one = { voice: "" }, two = { voice: "" }] = waiting;
    expect(await wordsSeenBy(actorFor({ role: "ministry", nation: true }))).toHaveLength(0);

    const strangers = [
      actorFor({ role: "governor_office", districtIds: [randomUUID()] }),
      actorFor({ role: "ministry", nation: true }),
    ];
    for (const stranger of strangers)
      await expect(decideWords(stranger, { voice: one.voice, state: "passed" })).rejects.toMatchObject({
        code: "not_found",
      });
    for (const role of ["health_centre", "province"] as const) {
      const actor = actorFor({ role, districtIds: [here.districtId], villageIds: [village] });
      const decided = decideWords(actor, { voice: one.voice, state: "passed" });
      await expect(decided, "the database does not even tell that it is there").rejects.toMatchObject({
        code: "not_found",
      });
      await expect(async () => voicesOfDistrict(actor, here.districtId)).rejects.toThrow();
    }

    await decideWords(team, { voice: one.voice, state: "passed" });
    await decideWords(governor, { voice: two.voice, state: "withheld" });
    await decideWords(governor, { voice: two.voice, state: "withheld" });
    expect(await saidOf(token)).toMatchObject({ all: 2, words: ["canary ແຕກ"] });
    const { actions } = await voicesOfDistrict(governor, here.districtId);
    expect(actions.find(({ actionId }) => actionId === action)?.words, "in the file too").toEqual([
      "canary ແຕກ",
    ]);
    expect(await wordsSeenBy(actorFor({ role: "ministry", nation: true }))).toHaveLength(1);
  });

  it("that tell how to reach a person are refused, and nothing of them is kept", async () => {
    const { token, action } = await shared();
    expect(await say(token, action, "not", "ໂທ 020 5555 1234")).toBe("telephone");
    expect(await say(token, action, "not", "a@b.la")).toBe("address");
    expect(await saidOf(token)).toBeNull();
  });

  it("that were withheld go after 30 days, answers after two years", async () => {
    const { token, action } = await shared();
    await say(token, action, "not", "canary old");
    await say(token, action, "not", "canary kept");
    await db.owner`update voice_words set state = 'withheld', decided_at = now() - interval '31 days' where words = 'canary old'`;
    await db.owner`select auth_prune()`;
    expect(await saidOf(token)).toMatchObject({ all: 2 });
    expect(await db.owner`select from voice_words where words like 'canary old'`).toHaveLength(0);
    await db.owner`update voices set at = now() - interval '25 months' where action_id = ${action}`;
    await db.owner`select auth_prune()`;
    expect(await saidOf(token)).toBeNull();
    expect(await db.owner`select from voice_words where words = 'canary kept'`).toHaveLength(0);
  });

  it("come in by no other door", async () => {
    const { action, shareId } = await shared();
    const insert = withScope({ ...emptyScope, districtIds: [here.districtId] }, (tx) =>
      tx.execute(sql`insert into voices (id, district_id, share_id, action_id, done, at)
        values (gen_random_uuid(), ${here.districtId}, ${shareId}, ${action}, true, now())`),
    );
    await expect(insert).rejects.toMatchObject({ cause: { code: "42501" } });
  });
});
