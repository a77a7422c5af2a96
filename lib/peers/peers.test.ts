import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeDatabase, withScope } from "@/db/client";
import { type TestDatabase, testDatabase } from "@/db/testing/database";
import { makeDistrict, type TestDistrict } from "@/db/testing/factories";
import type { Actor } from "@/lib/access/actor";
import { actorFor } from "@/lib/access/testing";
import { applyChange } from "@/lib/changes/apply";
import { newChange } from "@/lib/changes/new-change";
import type { FieldsOf, RecordType } from "@/lib/changes/registry";
import { placePage } from "@/lib/villages/queries";
import { addPeerVisit, endPeerLink, holdPeerVisit, linkVillages, SaveNetwork, saveNetwork } from "./commands";
import { networksFor } from "./network-queries";
import { peerLink, peerLinksFor } from "./queries";

let db: TestDatabase;
let learners: TestDistrict;
let guides: TestDistrict;
let team: Actor;
let learner: string;
let guide: string;

beforeAll(async () => {
  db = await testDatabase();
  [learners, guides] = [await makeDistrict(db.owner), await makeDistrict(db.owner)];
  [learner, guide] = [learners.villageIds[0] as string, guides.villageIds[0] as string];
  team = actorFor({ role: "facilitator", districtIds: [learners.districtId] });
});
afterAll(async () => {
  await closeDatabase();
  await db.drop();
});

async function record<T extends RecordType>(type: T, fields: Partial<FieldsOf<T>>, actor = team) {
  const change = newChange({ type, place: learner, fields, madeAt: new Date() });
  return { subject: change.subject, answer: await applyChange(actor, change) };
}
const guidesSeenBy = (actor: Actor) =>
  withScope(actor.scope, async (tx) => [
    ...(await tx.execute(sql`select village_id, since::text as since, links, visits from peer_guides`)),
  ]);
const seenBy = (actor: Actor) =>
  withScope(actor.scope, async (tx) => {
    const [row] = await tx.execute<{ links: number; visits: number }>(sql`
      select (select count(*) from peer_links)::int as links, (select count(*) from peer_visits)::int as visits`);
    return row;
  });

describe("a village that guides another", () => {
  it("does so once one visit was held, not by the link or a planned visit alone", async () => {
    const { subject } = await record("peerLink", {
      guideId: guide,
      theme: "medicine_stock",
      since: "2026-09-01",
    });
    const nation = actorFor({ role: "ministry", nation: true });
    await record("peerVisit", { linkId: subject, kind: "guide_came", plannedDate: "2026-12-01" });
    await record("peerVisit", { linkId: subject, kind: "guide_came", heldDate: "2999-01-01" });
    expect(await guidesSeenBy(nation)).toEqual([]);
    await record("peerVisit", { linkId: subject, kind: "learners_went", heldDate: "2026-10-02", people: 6 });
    await record("peerVisit", { linkId: subject, kind: "guide_came", heldDate: "2026-11-03" });
    expect(await guidesSeenBy(nation)).toEqual([
      { village_id: guide, since: "2026-10-02", links: 1, visits: 2 },
    ]);
  });

  it("is read by both sides, written by the learner's alone, and no third district's business", async () => {
    const other = await makeDistrict(db.owner);
    const there = (districtId: string) => actorFor({ role: "governor_office", districtIds: [districtId] });
    expect(await seenBy(there(guides.districtId))).toEqual({ links: 1, visits: 4 });
    expect(await seenBy(actorFor({ role: "health_centre", villageIds: [guide] }))).toEqual({
      links: 1,
      visits: 4,
    });
    expect(await seenBy(there(other.districtId))).toEqual({ links: 0, visits: 0 });
    const fields = { guideId: guide, theme: "other", since: "2026-09-01" } as const;
    expect((await record("peerLink", fields, there(guides.districtId))).answer).toMatchObject({
      status: "rejected",
      code: "forbidden",
    });
  });

  it("never guides itself", async () => {
    const { answer } = await record("peerLink", { guideId: learner, theme: "other", since: "2026-09-01" });
    expect(answer).toMatchObject({ status: "rejected" });
  });
});

describe("a messaging group", () => {
  const group: Omit<FieldsOf<"network">, "name"> = {
    purpose: "ນັດວັນສັກຢາ",
    channel: "whatsapp",
    administrators: ["health_centre_head"],
  };
  it.each(["ກຸ່ມ 020 5555 1234", "ກຸ່ມ ໐໒໐໕໕໕໕໑໒໓໔", "https://chat.whatsapp.com/x"])(
    "is refused with %s in its name",
    async (name) => {
      expect((await record("network", { ...group, name })).answer).toMatchObject({ status: "rejected" });
      expect((await record("network", { ...group, name: "ກຸ່ມ", purpose: name })).answer).toMatchObject({
        status: "rejected",
      });
    },
  );
  it("is kept without them", async () => {
    expect((await record("network", { ...group, name: "ກຸ່ມ ອສບ 2026" })).answer).toMatchObject({
      status: "accepted",
    });
  });
});

describe("what changed afterwards", () => {
  it("is counted from the learner's own records since the first visit, and shown to that side alone", async () => {
    const workshopId = (await record("workshop", { module: "3", level: "village", startDate: "2026-09-01" }))
      .subject;
    const problem = { workshopId, statement: "ຢາໝົດ", category: "medicine_stock" } as const;
    const problemId = (await record("problem", problem)).subject;
    const planId = (await record("plan", { workshopId, status: "active" })).subject;
    for (const date of ["2026-09-20", "2026-10-20", null]) {
      const action = { planId, problemId, what: "ນັບຢາ", level: "village" } as const;
      const actionId = (await record("action", action)).subject;
      const done = { actionId, status: "done", office: "village_chief" } as const;
      if (date) await record("progress", { ...done, date });
    }
    const [line] = await peerLinksFor(team, "medicine_stock");
    expect(line?.after).toMatchObject({ all: 3, done: 1, confirmed: 0 });
    const governor = actorFor({ role: "governor_office", districtIds: [guides.districtId] });
    const [theirs] = await peerLinksFor(governor, null);
    expect(theirs).toMatchObject({ after: null, learner: { id: learner }, theme: "medicine_stock" });
    expect((await peerLink(governor, theirs?.id ?? "")).visits).toHaveLength(4);
    const stranger = actorFor({ role: "governor_office", districtIds: [crypto.randomUUID()] });
    await expect(peerLink(stranger, theirs?.id ?? "")).rejects.toMatchObject({ code: "not_found" });
  });

  it("is read anew on the guide's page after the learner in another district reports", async () => {
    const districtIds = [learners.districtId, guides.districtId];
    const province = actorFor({ role: "province", districtIds });
    const doneSince = async () => (await placePage(province, guide)).village?.peers[0]?.after?.done;
    const before = await doneSince();
    const [left] =
      await db.owner`select id from actions where village_id = ${learner} and status is distinct from 'done'`;
    const done = { actionId: left?.id, status: "done", date: "2026-10-25", office: "village_chief" } as const;
    await record("progress", done);
    expect(await doneSince()).toBe((before ?? 0) + 1);
  });
});

describe("the forms", () => {
  it("make one record however often they are sent, by those who may, and a planned visit becomes a held one", async () => {
    const ids = () => ({ changeId: crypto.randomUUID(), subject: crypto.randomUUID(), place: learner });
    const link = { ...ids(), guideId: guide, theme: "equipment", since: "2026-09-01" } as const;
    const reporter = actorFor({ role: "health_centre", villageIds: [learner] });
    await expect(linkVillages(reporter, link)).rejects.toMatchObject({ code: "forbidden" });
    const elsewhere = actorFor({ role: "facilitator", districtIds: [guides.districtId] });
    await expect(linkVillages(elsewhere, link)).rejects.toMatchObject({ code: "forbidden" });
    await linkVillages(team, link);
    await linkVillages(team, link);
    await expect(linkVillages(team, { ...link, ...ids(), guideId: learner })).rejects.toMatchObject({
      code: "invalid",
    });
    const visit = { ...ids(), linkId: link.subject, kind: "elsewhere", plannedDate: "2026-11-01" } as const;
    await addPeerVisit(team, visit);
    const held = { changeId: crypto.randomUUID(), place: learner, visitId: visit.subject };
    await holdPeerVisit(team, { ...held, heldDate: "2026-11-02", people: 7 });
    const end = { changeId: crypto.randomUUID(), place: learner, linkId: link.subject };
    await endPeerLink(team, { ...end, until: "2026-11-20" });
    expect(await peerLinksFor(team, "equipment")).toMatchObject([
      { until: "2026-11-20", visits: [{ plannedDate: "2026-11-01", heldDate: "2026-11-02", people: 7 }] },
    ]);
  });
});

describe("the register of groups", () => {
  const group = (given: object = {}) =>
    SaveNetwork.parse({
      changeId: randomUUID(),
      subject: randomUUID(),
      seen: "{}",
      place: learner,
      name: "ກຸ່ມ ທົດສອບ",
      purpose: "ແຈ້ງການ",
      channel: "whatsapp",
      administrators: "health_centre_head",
      size: "12",
      ...given,
    });
  const groups = async (actor = team) =>
    (await networksFor(actor)).networks.filter(({ name }) => name === "ກຸ່ມ ທົດສອບ");

  it("is registered once, corrected by who saw it as it stands, and ended; never by another district", async () => {
    const made = group();
    for (let again = 0; again < 2; again++) await saveNetwork(team, made);
    const [kept] = await groups();
    expect(kept).toMatchObject({ id: made.subject, placeId: learner, size: 12, ended: null });
    const seen = JSON.stringify(kept?.versions);
    const larger = group({ subject: made.subject, seen, size: "30", administrators: ["village_chief"] });
    for (let again = 0; again < 2; again++) await saveNetwork(team, larger);
    expect(await groups()).toMatchObject([{ size: 30, administrators: ["village_chief"] }]);
    const stale = group({ subject: made.subject, seen, size: "31" });
    await expect(saveNetwork(team, stale)).rejects.toMatchObject({ code: "stale" });
    const now = JSON.stringify((await groups())[0]?.versions);
    const other = actorFor({ role: "facilitator", districtIds: [guides.districtId] });
    const end = group({ subject: made.subject, seen: now, ended: "2026-11-22" });
    await expect(saveNetwork(other, end)).rejects.toMatchObject({ code: "forbidden" });
    await saveNetwork(team, end);
    expect(await groups()).toMatchObject([{ ended: "2026-11-22" }]);
    expect(await groups(other)).toEqual([]);
  });
});
