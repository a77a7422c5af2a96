import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase, withScope } from "@/db/client";
import { type TestDatabase, testDatabase } from "@/db/testing/database";
import { makeDistrict, type TestDistrict } from "@/db/testing/factories";
import type { Actor } from "@/lib/access/actor";
import type { Role } from "@/lib/access/roles";
import { actorFor } from "@/lib/access/testing";
import { changesSince } from "@/lib/sync/outgoing";
import { applyChange } from "./apply";
import { newChange } from "./new-change";
import { type FieldsOf, type RecordType, recordTypes, wallOf } from "./registry";

// What the database itself refuses, with no query and no role in front of it (docs/decisions/0002).
let db: TestDatabase;
let here: TestDistrict;
const at = (role: Role): Actor =>
  role === "ministry" || role === "administrator"
    ? actorFor({ role, nation: true })
    : actorFor({ role, districtIds: [here.districtId] });

async function write<T extends RecordType>(role: Role, type: T, fields: Partial<FieldsOf<T>>) {
  const change = newChange({ type, place: here.districtId, fields, madeAt: new Date() });
  expect(await applyChange(at(role), change), type).toMatchObject({ status: "accepted" });
  return change.subject;
}

let facility: string;
beforeAll(async () => {
  db = await testDatabase();
  here = await makeDistrict(db.owner);
  facility = randomUUID();
  await db.owner`insert into facilities (id, type, name_lo, district_id, source)
    values (${facility}, 'health_centre_a', 'ສຸກສາລາ', ${here.districtId}, 'test')`;
});
afterAll(async () => {
  await closeDatabase();
  await db.drop();
});

/** In how many tables of the audit this reader finds anything of the record. */
const found = (role: Role, subject: string) =>
  withScope(at(role).scope, async (tx) => {
    const [row] = await tx.execute<{ n: number }>(sql`
      select (select count(*) from subjects where id = ${subject})::int + (select count(*) from changes where subject_id = ${subject})::int
        + (select count(*) from change_payloads where change_id in (select id from changes where subject_id = ${subject}))::int as n`);
    return row?.n;
  });
const payloadsOf = (role: Role, subject: string) =>
  withScope(at(role).scope, async (tx) => {
    const [known] = await db.owner`select id from changes where subject_id = ${subject}`;
    return (await tx.execute(sql`select fields from change_payloads where change_id = ${known?.id}`)).length;
  });

describe("the history of what lies behind a wall of its own", () => {
  test.each([
    ["budget", "province", ["province", "governor_office", "ministry"]],
    ["mentee", "mentor", ["mentor", "health_office"]],
  ] as const)("%s", async (type, writer, readers) => {
    const fields = {
      budget: { year: 2026, purpose: "training", fundSource: "district", plannedKip: 100 },
      mentee: {
        name: "ຜູ້ຮັບການຝຶກ",
        profession: "midwife",
        facilityId: facility,
        track: "new",
        from: "2026-01-05",
      },
    } as const;
    const subject = await write(writer, type, fields[type]);
    for (const role of [
      "facilitator",
      "health_centre",
      "health_office",
      "mentor",
      "governor_office",
      "province",
      "ministry",
      "administrator",
    ] as const) {
      const reads = (readers as readonly Role[]).includes(role);
      expect(await found(role, subject), role).toBe(reads ? 3 : 0);
      expect(await payloadsOf(role, subject), role).toBe(reads ? 1 : 0);
    }
  });

  test("every type with readers of mentorship or of budgets has its wall", () => {
    for (const [type, definition] of Object.entries(recordTypes)) {
      const { readers = [] } = definition as { readers?: readonly string[] };
      if (readers.includes("budget.read")) expect(wallOf(type), type).toBe("budget");
      if (readers.includes("mentorship.read")) expect(wallOf(type), type).toBe("mentorship");
    }
  });
});

test("a villager's word that waits is read by those who pass it on, and by nobody else who covers the district", async () => {
  const voice = randomUUID();
  await db.owner`insert into voices (id, district_id, share_id, action_id, done, at)
    values (${voice}, ${here.districtId}, ${randomUUID()}, ${randomUUID()}, false, now())`;
  await db.owner`insert into voice_words (voice_id, district_id, words, at) values (${voice}, ${here.districtId}, 'ຍັງບໍ່ແລ້ວ', now())`;
  const words = async (role: Role) =>
    (
      await withScope(at(role).scope, (tx) =>
        tx.execute(sql`select words from voice_words where voice_id = ${voice}`),
      )
    ).length;
  const readers = async () =>
    Object.fromEntries(
      await Promise.all(
        (
          [
            "facilitator",
            "health_office",
            "governor_office",
            "province",
            "health_centre",
            "ministry",
          ] as const
        ).map(async (role) => [role, await words(role)]),
      ),
    );
  const team = { facilitator: 1, health_office: 1, governor_office: 1 };
  const others = (n: number) => ({ province: n, health_centre: n, ministry: n });
  expect(await readers()).toEqual({ ...team, ...others(0) });
  await db.owner`update voice_words set state = 'passed' where voice_id = ${voice}`;
  expect(await readers()).toEqual({ ...team, ...others(1) });
});

test("a mentor's phone is given what mentoring needs, and nothing else of the district", async () => {
  await write("facilitator", "workshop", { module: "1", level: "district", startDate: "2026-11-20" });
  const session = await write("mentor", "mentoringSession", {
    startDate: "2026-11-20",
    venue: "district_hospital",
  });
  await write("mentor", "training", { topic: "newborn_care", date: "2026-11-20" });
  const [row] = await db.owner`select max(xid)::text as xid from changes`;
  await expect
    .poll(
      async () => {
        const [now] =
          await db.owner`select pg_snapshot_xmin(pg_current_snapshot()) > ${row?.xid}::xid8 as past`;
        return now?.past;
      },
      { timeout: 25_000 },
    )
    .toBe(true);
  const mentor = at("mentor");
  const { districts } = await changesSince(mentor, {});
  expect(districts.map(({ id }) => id)).toEqual([here.districtId]);
  const { changes } = await changesSince(mentor, { district: here.districtId });
  const types = new Set(changes.map(({ kind }) => kind.split(".")[0]));
  expect([...types].sort()).toEqual(["mentee", "mentoringSession", "training"]);
  expect(changes.map(({ subject }) => subject)).toContain(session);
  const rows = await withScope(mentor.scope, (tx) => tx.execute(sql`select id from workshops`));
  expect(rows).toHaveLength(0);
});
