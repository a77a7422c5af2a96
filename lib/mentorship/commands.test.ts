import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase, withScope } from "@/db/client";
import { seedReference } from "@/db/seed/reference";
import { checklistId } from "@/db/seed/reference/checklists";
import { type TestDatabase, testDatabase } from "@/db/testing/database";
import { makeDistrict, type TestDistrict } from "@/db/testing/factories";
import { actorFor } from "@/lib/access/testing";
import { applyChange } from "@/lib/changes/apply";
import { newChange } from "@/lib/changes/new-change";
import type { FieldsOf, RecordType } from "@/lib/changes/registry";
import { today } from "@/lib/clock";
import { checklistsOf, makeChecklistVersion } from "./checklist-commands";
import { registerMentee, registerMentor, setMenteeStatus, setStepStatus } from "./commands";
import { costPerMentee } from "./cost";
import { facilityFileRows } from "./facility-file";
import { menteeFileRows } from "./mentee-file";
import { lineOf, NewChecklistVersion } from "./new-version";
import { facilitiesPage, menteePage, menteeRegister, mentorshipCounts, registerOptions } from "./queries";
import { standings } from "./standing";

let db: TestDatabase;
let here: TestDistrict;
let elsewhere: TestDistrict;
let facility: string;
const [mentee, replacement, mentorId] = [randomUUID(), randomUUID(), randomUUID()];
const at = (role: "mentor" | "health_office" | "governor_office" | "facilitator", district = here) =>
  actorFor({ role, districtIds: [district.districtId] });
const ministry = actorFor({ role: "ministry", nation: true });

const form = (more: object = {}) => ({
  changeId: randomUUID(),
  subject: randomUUID(),
  name: "ຜູ້ຮັບການຝຶກ",
  profession: "midwife" as const,
  facilityId: facility,
  from: "2026-01-05",
  ...more,
});

async function write<T extends RecordType>(type: T, fields: Partial<FieldsOf<T>>): Promise<string> {
  const change = newChange({ type, place: here.districtId, fields, madeAt: new Date() });
  expect(await applyChange(at("mentor"), change), type).toMatchObject({ status: "accepted" });
  return change.subject;
}

beforeAll(async () => {
  db = await testDatabase();
  await seedReference(db.owner);
  here = await makeDistrict(db.owner);
  elsewhere = await makeDistrict(db.owner);
  facility = randomUUID();
  await db.owner`insert into facilities (id, type, name_lo, district_id, source)
    values (${facility}, 'health_centre_a', 'ສຸກສາລາ', ${here.districtId}, 'test')`;
});
afterAll(async () => {
  await closeDatabase();
  await db.drop();
});

describe("the register", () => {
  test("a mentee is registered once; the same form twice is one", async () => {
    const input = form({ subject: mentee });
    await registerMentee(at("mentor"), input);
    await registerMentee(at("mentor"), input);
    const { mentees } = await menteeRegister(at("mentor"), null);
    expect(mentees).toMatchObject([{ id: mentee, track: "new", status: "active", facilityLo: "ສຸກສາລາ" }]);
  });

  test("not by the governor's office, nor by another district's mentor", async () => {
    await expect(registerMentee(at("governor_office"), form())).rejects.toMatchObject({ code: "forbidden" });
    await expect(registerMentee(at("mentor", elsewhere), form())).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(registerMentor(at("facilitator"), { ...form(), level: "mentor" })).rejects.toMatchObject({
      code: "forbidden",
    });
  });

  test("who takes a place is a replacement, and the other is told as replaced, once", async () => {
    const input = form({ subject: replacement, replacesId: mentee, from: "2026-06-01" });
    await registerMentee(at("health_office"), input);
    await registerMentee(at("health_office"), input);
    const page = await menteePage(at("mentor"), mentee);
    expect(page.mentee).toMatchObject({ status: "replaced", replacedBy: { id: replacement } });
    expect(page.statuses).toHaveLength(1);
    const { mentee: other } = await menteePage(at("mentor"), replacement);
    expect(other).toMatchObject({ track: "replacement", replaces: { id: mentee } });
    await expect(registerMentee(at("mentor"), form({ replacesId: randomUUID() }))).rejects.toMatchObject({
      code: "invalid",
    });
  });

  test("on leave and back, each with its day; not from elsewhere", async () => {
    const told = { changeId: randomUUID(), place: here.districtId, menteeId: replacement };
    const leave = { ...told, status: "on_leave" as const, date: "2026-09-01", until: "2026-12-01" };
    await setMenteeStatus(at("mentor"), leave);
    await setMenteeStatus(at("mentor"), leave);
    expect((await menteePage(at("mentor"), replacement)).mentee).toMatchObject({
      status: "on_leave",
      statusUntil: "2026-12-01",
    });
    await expect(
      setMenteeStatus(at("mentor", elsewhere), { ...leave, changeId: randomUUID() }),
    ).rejects.toMatchObject({ code: "forbidden" });
    await setMenteeStatus(at("mentor"), { ...told, changeId: randomUUID(), status: "active", date: today() });
    expect((await menteePage(at("mentor"), replacement)).mentee.status).toBe("active");
  });

  test("a mentor is offered to the next mentee", async () => {
    const input = { ...form({ subject: mentorId }), level: "trainer" as const };
    await registerMentor(at("mentor"), input);
    await registerMentor(at("mentor"), input);
    expect((await registerOptions(at("mentor"))).mentors).toEqual([{ id: mentorId, name: input.name }]);
  });
});

describe("a checklist", () => {
  const form = async () => {
    const newest = (await checklistsOf(ministry)).find(({ series }) => series === "readiness");
    const lines = (section: string) =>
      newest?.items
        .filter((item) => item.section === section)
        .map(lineOf)
        .join("\n");
    const given = {
      changeId: randomUUID(),
      subject: randomUUID(),
      from: newest?.id,
      nameLo: "ກ",
      nameEn: "List",
    };
    const items = Object.fromEntries(
      newest?.sections.map(({ code }) => [`items.${code}`, lines(code)]) ?? [],
    );
    return NewChecklistVersion.parse({ ...given, wording: "official", passPercent: "90", ...items });
  };
  const versions = async () =>
    (await checklistsOf(ministry))
      .filter(({ series }) => series === "readiness")
      .map(({ version }) => version);

  test("is never edited: the same form twice is one further version; only by those who keep them", async () => {
    const input = await form();
    await makeChecklistVersion(ministry, input);
    await makeChecklistVersion(ministry, input);
    expect(await versions()).toEqual([2, 1]);
    await expect(makeChecklistVersion(at("mentor"), await form())).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(
      makeChecklistVersion(ministry, { ...(await form()), "items.water": "water" }),
    ).rejects.toMatchObject({ code: "invalid" });
    expect(await versions()).toEqual([2, 1]);
  });
});

describe("scores", () => {
  test("stand under the sessions in which they were given, told to mentors and the health office alone", async () => {
    const { sessions } = await menteeRegister(at("health_office"), null);
    expect(sessions).toMatchObject([
      { startDate: today(), venue: "health_centre", mentees: 1, facilitiesSeen: 1, costKip: 3_000_000 },
    ]);
    expect((await menteeRegister(at("mentor", elsewhere), null)).sessions).toEqual([]);
    await expect(menteeRegister(at("governor_office"), null)).rejects.toMatchObject({ code: "forbidden" });
  });

  let step: string;
  beforeAll(async () => {
    const sessionId = await write("mentoringSession", {
      startDate: today(),
      venue: "health_centre",
      costKip: 3_000_000,
    });
    const about = { sessionId, facilityId: facility, date: today(), finished: true };
    await write("assessment", {
      ...about,
      checklistId: checklistId("osce"),
      menteeId: replacement,
      "mark.seal": "not_done",
      "mark.hands": "done",
    });
    const readiness = { ...about, checklistId: checklistId("readiness") };
    await write("assessment", { ...readiness, "mark.water": "not_done", "mark.bed": "done" });
    step = await write("nextStep", {
      sessionId,
      menteeId: replacement,
      what: "ຝຶກ",
      lead: "mentee",
      date: today(),
      due: "2026-01-01",
      status: "not_started",
    });
  });

  test("stand in the register and in the file", async () => {
    const register = await menteeRegister(at("health_office"), null);
    const row = standings(register, today()).find(({ id }) => id === replacement);
    expect(row).toMatchObject({
      due: false,
      verdict: "failed",
      criticalMissed: 1,
      last: { score: { done: 1 } },
    });
    const file = menteeFileRows(register, { locale: "en", on: today() });
    expect(file.map((cells) => cells.join())).toContainEqual(
      expect.stringMatching(/,resuscitation,0,1,1,failed$/),
    );
  });

  test("an agreed step is told on in the office, once", async () => {
    const told = { changeId: randomUUID(), place: here.districtId, stepId: step, status: "done" as const };
    await expect(setStepStatus(at("governor_office"), told)).rejects.toMatchObject({ code: "not_found" });
    await setStepStatus(at("mentor"), told);
    await setStepStatus(at("mentor"), told);
    expect((await menteePage(at("mentor"), replacement)).steps).toMatchObject([{ status: "done" }]);
  });

  test("are not for the governor, the ministry, a facilitator or another district", async () => {
    for (const actor of [at("governor_office"), ministry, at("facilitator")]) {
      await expect(menteeRegister(actor, null)).rejects.toMatchObject({ code: "forbidden" });
      await expect(menteePage(actor, replacement)).rejects.toMatchObject({ code: "forbidden" });
    }
    await expect(menteePage(at("mentor", elsewhere), replacement)).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(menteeRegister(at("mentor", elsewhere), here.districtId)).rejects.toMatchObject({
      code: "forbidden",
    });
  });

  test("stay behind the database's own wall when a query forgets it", async () => {
    const seen = (actor: typeof ministry) =>
      withScope(actor.scope, (tx) =>
        tx.execute<{
          n: number;
        }>(sql`select (select count(*) from assessments)::int + (select count(*) from mentees)::int
          + (select count(*) from next_steps)::int as n`),
      ).then(([row]) => row?.n);
    expect(await seen(at("governor_office"))).toBe(0);
    expect(await seen(ministry)).toBe(0);
    expect(await seen(at("mentor", elsewhere))).toBe(0);
    expect(await seen(at("mentor"))).toBe(5);
  });
});

describe("counts", () => {
  test("are for the governor and the ministry, of their places", async () => {
    const expected = {
      active: 1,
      replaced: 1,
      replacements: 1,
      facilities: 1,
      covered: 1,
      scored: 1,
      sessions: 1,
    };
    for (const actor of [at("governor_office"), ministry]) {
      const counts = (await mentorshipCounts(actor)).filter(({ id }) => id === here.districtId);
      expect(counts).toMatchObject([expected]);
      expect(counts[0] && costPerMentee(counts[0])).toBe(3_000_000);
    }
    expect(await mentorshipCounts(at("governor_office", elsewhere))).toEqual([]);
    await expect(mentorshipCounts(at("facilitator"))).rejects.toMatchObject({ code: "forbidden" });
  });

  test("a facility's gaps are too, and name nobody", async () => {
    const page = await facilitiesPage(at("governor_office"), null);
    expect(page?.facilities).toMatchObject([{ id: facility, active: 1, marks: { water: "not_done" } }]);
    expect(JSON.stringify(page?.facilities)).not.toContain("seal");
    const [, , , line] = facilityFileRows(page, { locale: "en", on: today() });
    expect(line?.slice(2, 8)).toEqual([1, expect.any(String), today(), 1, 2, "Water in the delivery room"]);
    expect(await facilitiesPage(at("governor_office", elsewhere), null)).toBeNull();
    await expect(facilitiesPage(at("governor_office", elsewhere), here.districtId)).rejects.toMatchObject({
      code: "forbidden",
    });
  });

  test("a cost per mentee needs a session with a cost and somebody scored in it", () => {
    expect(costPerMentee({ costKip: null, trained: 4 })).toBeNull();
    expect(costPerMentee({ costKip: 10, trained: 0 })).toBeNull();
    expect(costPerMentee({ costKip: 10, trained: 3 })).toBe(3);
  });
});
