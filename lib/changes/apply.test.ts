import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeDatabase } from "@/db/client";
import { type TestDatabase, testDatabase } from "@/db/testing/database";
import { makeDistrict, type TestDistrict } from "@/db/testing/factories";
import type { Actor } from "@/lib/access/actor";
import { actorFor } from "@/lib/access/testing";
import { applyChange } from "./apply";
import { historyOf } from "./history";
import { newChange } from "./new-change";

let db: TestDatabase;
let here: TestDistrict;
let elsewhere: TestDistrict;
let facilitator: Actor;
let colleague: Actor;
const at = new Date("2026-11-21T05:00:00Z");

beforeAll(async () => {
  db = await testDatabase();
  here = await makeDistrict(db.owner);
  elsewhere = await makeDistrict(db.owner);
  facilitator = actorFor({ role: "facilitator", districtIds: [here.districtId] });
  colleague = actorFor({ role: "facilitator", districtIds: [here.districtId] });
});
afterAll(async () => {
  await closeDatabase();
  await db.drop();
});

const workshopFields = { module: "3", level: "village", startDate: "2026-11-20" } as const;
const village = () => here.villageIds[0] as string;
const aWorkshop = (place = village()) =>
  newChange({ type: "workshop", place, fields: workshopFields, madeAt: at });

async function recorded() {
  const change = aWorkshop();
  expect((await applyChange(facilitator, change)).status).toBe("accepted");
  return change;
}

describe("applyChange", () => {
  it("accepts a workshop in the own district and keeps it with its place", async () => {
    const change = await recorded();
    const [row] = await db.owner`select * from workshops where id = ${change.subject}`;
    expect(row).toMatchObject({ district_id: here.districtId, village_id: village(), module: "3" });
  });

  it("refuses a role that may not, and another district's people", async () => {
    const governor = actorFor({ role: "governor_office", districtIds: [here.districtId] });
    const stranger = actorFor({ role: "facilitator", districtIds: [elsewhere.districtId] });
    for (const actor of [governor, stranger, actorFor({ role: "ministry", nation: true })]) {
      expect(await applyChange(actor, aWorkshop())).toMatchObject({ status: "rejected", code: "forbidden" });
    }
  });

  it("does not let another district write into a record it cannot see", async () => {
    const { subject } = await recorded();
    const stranger = actorFor({ role: "facilitator", districtIds: [elsewhere.districtId] });
    const change = newChange({
      type: "workshop",
      subject,
      place: elsewhere.villageIds[0] as string,
      fields: workshopFields,
      madeAt: at,
    });
    expect(await applyChange(stranger, change)).toMatchObject({ status: "rejected", code: "forbidden" });
  });

  it("takes the same change once: repeated is a duplicate, other content under its id a conflict", async () => {
    const change = await recorded();
    expect((await applyChange(facilitator, change)).status).toBe("duplicate");
    const forged = { ...change, fields: { ...change.fields, module: "1" } };
    expect(await applyChange(facilitator, forged)).toMatchObject({ status: "rejected", code: "conflict" });
    const [{ n }] =
      (await db.owner`select count(*)::int n from changes where subject_id = ${change.subject}`) as unknown as [
        { n: number },
      ];
    expect(n).toBe(1);
  });

  it("keeps both values when two people set one field apart, and merges other fields", async () => {
    const first = await recorded();
    const base = { venue: null, funder: null };
    const edit = (fields: object) =>
      newChange({ type: "workshop", subject: first.subject, place: village(), fields, base, madeAt: at });
    expect((await applyChange(facilitator, edit({ venue: "hall" }))).status).toBe("accepted");
    const answer = await applyChange(colleague, edit({ venue: "school", funder: "EU" }));
    expect(answer).toMatchObject({ status: "conflict", conflicts: ["venue"] });
    const [row] =
      await db.owner`select w.venue, w.funder, s.conflicts from workshops w join subjects s using (id) where id = ${first.subject}`;
    expect(row).toMatchObject({ venue: "hall", funder: "EU" });
    expect(row?.conflicts.venue).toMatchObject([{ value: "school", authorId: colleague.userId }]);

    const office = actorFor({ role: "health_office", districtIds: [here.districtId] });
    const decision = newChange({
      type: "workshop",
      operation: "resolve",
      subject: first.subject,
      place: village(),
      fields: { venue: "school" },
      madeAt: at,
    });
    expect((await applyChange(facilitator, decision)).code).toBe("forbidden");
    expect((await applyChange(office, { ...decision, id: randomUUID() })).status).toBe("accepted");
    const [after] =
      await db.owner`select w.venue, s.conflicts from workshops w join subjects s using (id) where id = ${first.subject}`;
    expect(after).toMatchObject({ venue: "school", conflicts: {} });
  });

  it("does not call an author's own earlier change somebody else's", async () => {
    const first = await recorded();
    const edit = (venue: string, seen: string | null) =>
      newChange({
        type: "workshop",
        subject: first.subject,
        place: village(),
        fields: { venue },
        base: { venue: seen },
        madeAt: at,
      });
    const one = edit("hall", null);
    const two = edit("big hall", one.id);
    expect((await applyChange(facilitator, one)).status).toBe("accepted");
    expect((await applyChange(facilitator, two)).status).toBe("accepted");
  });

  it("holds a change whose parent has not arrived and replays it when it does", async () => {
    const workshop = aWorkshop();
    const problem = newChange({
      type: "problem",
      place: village(),
      fields: { workshopId: workshop.subject, statement: "ນ້ຳຖ້ວມ" },
      madeAt: at,
    });
    expect((await applyChange(facilitator, problem)).status).toBe("held");
    expect((await applyChange(facilitator, workshop)).status).toBe("accepted");
    const [row] = await db.owner`select statement from problems where id = ${problem.subject}`;
    expect(row?.statement).toBe("ນ້ຳຖ້ວມ");
    expect((await applyChange(facilitator, problem)).status).toBe("duplicate");
    expect(await db.owner`select 1 from held_changes where id = ${problem.id}`).toHaveLength(0);
  });

  it("holds edits and deletions that overtook the creation, and replays them in order", async () => {
    const created = aWorkshop();
    const base = { venue: created.id };
    const { subject } = created;
    const edit = newChange({
      type: "workshop",
      subject,
      place: village(),
      fields: { venue: "hall" },
      base,
      madeAt: at,
    });
    const gone = newChange({ type: "workshop", operation: "delete", subject, place: village(), madeAt: at });
    for (const early of [edit, gone]) expect((await applyChange(facilitator, early)).status).toBe("held");
    expect((await applyChange(facilitator, created)).status).toBe("accepted");
    const [row] = await db.owner`select venue, deleted_at from workshops where id = ${subject}`;
    expect(row?.venue).toBe("hall");
    expect(row?.deleted_at).not.toBeNull();
    expect((await historyOf(facilitator, subject)).entries).toHaveLength(3);
  });

  it("refuses bad fields with their names, and parents of another village", async () => {
    const bad = newChange({
      type: "workshop",
      place: village(),
      fields: { ...workshopFields, startDate: "20/11" } as never,
      madeAt: at,
    });
    const answer = await applyChange(facilitator, bad);
    expect(answer).toMatchObject({
      status: "rejected",
      code: "invalid",
      details: { issues: [{ field: "startDate" }] },
    });
    const { subject } = await recorded();
    const stray = newChange({
      type: "problem",
      place: here.villageIds[1] as string,
      fields: { workshopId: subject, statement: "x" },
      madeAt: at,
    });
    expect(await applyChange(facilitator, stray)).toMatchObject({ status: "rejected", code: "invalid" });
  });

  it("deletes and brings back", async () => {
    const { subject } = await recorded();
    const step = (operation: "delete" | "undelete") =>
      newChange({ type: "workshop", operation, subject, place: village(), madeAt: at });
    await applyChange(facilitator, step("delete"));
    expect(
      (await db.owner`select deleted_at from workshops where id = ${subject}`)[0]?.deleted_at,
    ).not.toBeNull();
    await applyChange(facilitator, step("undelete"));
    expect(
      (await db.owner`select deleted_at from workshops where id = ${subject}`)[0]?.deleted_at,
    ).toBeNull();
  });

  it("chains a record's history so that rewriting it shows, and the application cannot rewrite it", async () => {
    const { subject } = await recorded();
    const more = newChange({
      type: "workshop",
      subject,
      place: village(),
      fields: { venue: "hall" },
      base: { venue: null },
      madeAt: at,
    });
    await applyChange(facilitator, more);
    expect((await historyOf(facilitator, subject)).chainHolds).toBe(true);
    await db.owner`update changes set status = 'merged' where id = ${more.id}`;
    expect((await historyOf(facilitator, subject)).chainHolds).toBe(false);
  });

  it("hides sensitive features and their whole history from those who may not see them", async () => {
    const workshop = await recorded();
    const map = newChange({
      type: "map",
      place: village(),
      fields: { workshopId: workshop.subject, base: "sketch" },
      madeAt: at,
    });
    await applyChange(facilitator, map);
    const geometry = {
      type: "Point" as const,
      coordinates: [0.5, 0.5] as [number, number],
      space: "sketch" as const,
    };
    const fields = {
      mapId: map.subject,
      category: "care_pregnant",
      geometry,
      season: "all",
      sensitive: false,
    } as const;
    const feature = newChange({ type: "feature", place: village(), fields, madeAt: at });
    await applyChange(facilitator, feature);
    const governor = actorFor({ role: "governor_office", districtIds: [here.districtId] });
    expect((await historyOf(governor, feature.subject)).entries).toHaveLength(1);
    const hide = newChange({
      type: "feature",
      subject: feature.subject,
      place: village(),
      fields: { sensitive: true },
      base: { sensitive: feature.id },
      madeAt: at,
    });
    expect((await applyChange(facilitator, hide)).status).toBe("accepted");
    await expect(historyOf(governor, feature.subject)).rejects.toMatchObject({ code: "not_found" });
    expect((await historyOf(facilitator, feature.subject)).entries).toHaveLength(2);
  });

  it("moves an action's status with the latest received report", async () => {
    const workshop = await recorded();
    const plan = newChange({
      type: "plan",
      place: village(),
      fields: { workshopId: workshop.subject, status: "draft" },
      madeAt: at,
    });
    const action = newChange({
      type: "action",
      place: village(),
      fields: { planId: plan.subject, what: "ຂຸດນ້ຳສ້າງ", level: "village" },
      madeAt: at,
    });
    const report = newChange({
      type: "progress",
      place: village(),
      fields: { actionId: action.subject, status: "done", date: "2026-11-21", office: "village_chief" },
      madeAt: at,
    });
    for (const change of [plan, action, report]) await applyChange(facilitator, change);
    const [row] = await db.owner`select status, status_report_id from actions where id = ${action.subject}`;
    expect(row).toEqual({ status: "done", status_report_id: report.subject });
    const again = newChange({
      type: "progress",
      subject: report.subject,
      place: village(),
      fields: { note: "x" },
      madeAt: at,
    });
    expect(await applyChange(facilitator, again)).toMatchObject({ status: "rejected", code: "conflict" });
  });

  it("applies one change once when many copies arrive at the same moment", async () => {
    const change = aWorkshop();
    const answers = await Promise.all(Array.from({ length: 8 }, () => applyChange(facilitator, change)));
    expect(answers.filter((answer) => answer.status === "accepted")).toHaveLength(1);
    expect(answers.filter((answer) => answer.status === "duplicate")).toHaveLength(7);
  });
});
