import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, it } from "vitest";
import { closeDatabase, withScope } from "@/db/client";
import { makeDistrict } from "@/db/testing/factories";
import type { Actor } from "@/lib/access/actor";
import { actorFor } from "@/lib/access/testing";
import { applyChange } from "@/lib/changes/apply";
import { newChange } from "@/lib/changes/new-change";
import { startClockAt } from "@/lib/clock";
import { bootstrapOf } from "@/lib/sync/bootstrap";
import { districtThatReports, valuesOf, versionsOf, writeReport } from "./testing";

const at = districtThatReports();
afterAll(closeDatabase);

describe("who may", () => {
  it("does not let a village report for another, whatever it calls itself", async () => {
    const [, neighbour] = at.here.villageIds;
    expect(
      (await writeReport(at, at.reporter, { reporterId: neighbour as string, "value.ANC1": 1 })).answer,
    ).toMatchObject({ code: "invalid" });
    expect(await valuesOf(at)).toEqual([]);
  });

  it("refuses a report whose id is not the one it must have", async () => {
    const fields = {
      reporterKind: "village",
      reporterId: at.village,
      period: 202610,
      source: "village",
      submitted: true,
    } as const;
    const given = { type: "report", place: at.village, fields, madeAt: new Date() } as const;
    expect(await applyChange(at.reporter, newChange(given))).toMatchObject({ code: "invalid" });
    const { change } = await writeReport(at, at.reporter, { "value.ANC1": 1 });
    const moved = newChange({
      ...given,
      subject: change.subject,
      fields: { period: 202609 },
      base: { period: change.id },
    });
    expect(await applyChange(at.reporter, moved)).toMatchObject({ code: "invalid" });
  });

  it("takes a health centre's report from its own people and the district, not from the village it stands in", async () => {
    const facility = randomUUID();
    await at.db.owner`
      insert into facilities (id, type, name_lo, district_id, village_id, source)
      values (${facility}, 'health_centre_a', 'ສຸກສາລາ', ${at.here.districtId}, ${at.village}, 'test')`;
    const month = {
      reporterKind: "facility",
      reporterId: facility,
      source: "facility",
      "value.ANC1": 8,
    } as const;
    expect((await writeReport(at, at.reporter, month)).answer).toMatchObject({ code: "forbidden" });
    const head = actorFor({ role: "health_centre", villageIds: [at.village] });
    await at.db
      .owner`insert into users (id, login, display_name) values (${head.userId}, ${`u${head.userId}`}, 'made up')`;
    await at.db.owner`
      insert into assignments (id, user_id, role, place_id, facility_id, from_date)
      values (${randomUUID()}, ${head.userId}, 'health_centre', ${at.here.districtId}, ${facility}, '2020-01-01')`;
    expect((await writeReport(at, head, month)).answer.status).toBe("accepted");
    expect((await writeReport(at, at.office, { ...month, period: 202609 })).answer.status).toBe("accepted");
    expect((await writeReport(at, at.office, { ...month, reporterId: randomUUID() })).answer).toMatchObject({
      code: "invalid",
    });
  });

  it("shows values to the district and to villages of the catchment, and lets nobody write them past their report", async () => {
    const other = await makeDistrict(at.db.owner);
    await writeReport(at, at.reporter, { "value.ANC1": 4 });
    const count = (actor: Actor) =>
      withScope(
        actor.scope,
        async (tx) =>
          (await tx.execute(`select 1 from data_values where district_id = '${at.here.districtId}'`)).length,
      );
    const neighbour = actorFor({ role: "health_centre", villageIds: [at.here.villageIds[1] as string] });
    const stranger = actorFor({ role: "health_office", districtIds: [other.districtId] });
    const administrator = actorFor({ role: "administrator", nation: true });
    expect(
      await Promise.all([at.office, at.reporter, neighbour, stranger, administrator].map(count)),
    ).toEqual([1, 1, 0, 0, 0]);
    for (const table of ["data_values", "district_months"])
      await expect(withScope(at.office.scope, (tx) => tx.execute(`delete from ${table}`))).rejects.toThrow();
  });
});

describe("verification", () => {
  const verify = async (actor: Actor, subject: string, verified = true) => {
    const [row] = await at.db.owner`select digest from reports where id = ${subject}`;
    const fields = { reportId: subject, verified, seen: row?.digest as string, date: "2026-11-05" };
    return applyChange(
      actor,
      newChange({ type: "verification", place: at.village, fields, madeAt: new Date() }),
    );
  };
  const statuses = async () => (await valuesOf(at)).map(({ status }) => status);

  it("holds for the values it saw: changed afterwards they are unverified again", async () => {
    const { change } = await writeReport(at, at.reporter, { "value.ANC1": 4 });
    expect((await verify(at.office, change.subject)).status).toBe("accepted");
    expect(await statuses()).toEqual([2]);
    const { answer } = await writeReport(
      at,
      at.reporter,
      { "value.ANC1": 5 },
      await versionsOf(at, change.subject),
    );
    expect(answer.status).toBe("accepted");
    expect(await statuses()).toEqual([1]);
    await verify(at.office, change.subject);
    await verify(at.office, change.subject, false);
    expect(await statuses()).toEqual([1]);
  });

  it("needs another person than any of its authors", async () => {
    const { change } = await writeReport(at, at.office, { "value.ANC1": 4 });
    await verify(at.office, change.subject);
    expect(await statuses()).toEqual([1]);
    await verify(actorFor({ role: "health_office", districtIds: [at.here.districtId] }), change.subject);
    expect(await statuses()).toEqual([2]);
  });
});

it("tells a phone whose months it may write, since when they report, and which have come", async () => {
  startClockAt("2026-11-20T05:00:00Z");
  await writeReport(at, at.reporter, { "value.ANC1": 4 });
  await writeReport(at, at.office, { period: 202601, submitted: false, "value.ANC1": 1 });
  const told = async (actor: Actor) => (await bootstrapOf(actor)).reporters;
  const [mine, ...more] = await told(at.reporter);
  expect(more).toEqual([]);
  expect(mine).toMatchObject({
    kind: "village",
    id: at.village,
    place: at.village,
    own: true,
    since: 202601,
  });
  expect(mine?.months).toEqual([202610]);
  expect(await told(at.office)).toMatchObject([{ id: at.village, own: false }]);
  expect(await told(actorFor({ role: "facilitator", districtIds: [at.here.districtId] }))).toEqual([]);
});
