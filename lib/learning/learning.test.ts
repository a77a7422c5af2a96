import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { closeDatabase, emptyScope, withScope } from "@/db/client";
import { type TestDatabase, testDatabase } from "@/db/testing/database";
import { makeDistrict, type TestDistrict } from "@/db/testing/factories";
import type { Actor } from "@/lib/access/actor";
import { actorFor } from "@/lib/access/testing";
import { applyChange } from "@/lib/changes/apply";
import { newChange } from "@/lib/changes/new-change";
import type { FieldsOf, RecordType } from "@/lib/changes/registry";
import { whatWorked } from "./queries";

let db: TestDatabase;
let there: TestDistrict;
let here: TestDistrict;
let reader: Actor;
const day = "2026-02-01";

beforeAll(async () => {
  db = await testDatabase();
  [there, here] = [await makeDistrict(db.owner, 4), await makeDistrict(db.owner)];
  reader = actorFor({ role: "governor_office", districtIds: [here.districtId] });
});
afterAll(async () => {
  await closeDatabase();
  await db.drop();
});

type What = Partial<Record<"consent" | "displayed" | "confirmed", false>>;

/** A village of the other district that solved a problem; the canary is what nobody beyond it may read. */
async function solved(village: string, what: string, but: What = {}) {
  const districtIds = [there.districtId as string];
  const team = actorFor({ role: "facilitator", districtIds });
  const governor = actorFor({ role: "governor_office", districtIds });
  const record = async <T extends RecordType>(type: T, fields: Partial<FieldsOf<T>>, actor = team) => {
    const change = newChange({ type, place: village, fields, madeAt: new Date() });
    expect(await applyChange(actor, change)).toMatchObject({ status: "accepted" });
    return change.subject;
  };
  const workshopId = await record("workshop", {
    module: "3",
    level: "village",
    startDate: day,
    note: "canary",
  });
  const use = but.consent === false ? "display" : "public_page";
  await record("consent", { workshopId, use, given: true, givenBy: "ນາຍບ້ານ", date: day });
  const problemId = await record("problem", {
    workshopId,
    statement: "canary",
    category: "birth_registration",
  });
  const displayedDate = but.displayed === false ? null : day;
  const planId = await record("plan", { workshopId, status: "active", displayedDate });
  const actionId = await record("action", { planId, problemId, what, level: "village", leadNote: "canary" });
  const progressId = await record("progress", {
    actionId,
    status: "done",
    date: day,
    office: "village_chief",
    note: "canary",
  });
  if (but.confirmed !== false)
    await record(
      "confirmation",
      { progressId, confirmed: true, date: day, office: "district_governor" },
      governor,
    );
}

it("tells of another district what public pages tell, and nothing more", async () => {
  const [shown, noConsent, notDisplayed, notConfirmed] = there.villageIds as string[];
  await solved(shown as string, "ຈົດທະບຽນຢູ່ບ້ານ");
  await solved(noConsent as string, "canary", { consent: false });
  await solved(notDisplayed as string, "canary", { displayed: false });
  await solved(notConfirmed as string, "canary", { confirmed: false });
  const learning = await whatWorked(reader, { category: "birth_registration" });
  expect((await whatWorked(reader, {})).category).toBe("birth_registration");
  expect((await whatWorked(reader, { category: "stigma" })).cases).toEqual([]);
  expect(learning.cases).toMatchObject([{ villageId: shown, what: "ຈົດທະບຽນຢູ່ບ້ານ", doneOn: day, alike: [] }]);
  expect(learning.villages.map(({ id }) => id).sort()).toEqual([...here.villageIds].sort());
  expect(JSON.stringify(learning)).not.toContain("canary");
});

it("says why a village is like the reader's own, and of nobody else's", async () => {
  const [own, theirs] = [here.villageIds[0] as string, there.villageIds[0] as string];
  for (const [village, district] of [
    [own, here.districtId],
    [theirs, there.districtId],
  ])
    await db.owner`
      insert into village_profiles (id, district_id, village_id, created_by, updated_by, date, source, ethnic_groups, languages, wet_access)
      values (${randomUUID()}, ${district as string}, ${village as string}, ${randomUUID()}, ${randomUUID()}, ${day}, 'test',
        ${db.owner.json([{ group: "khmu", people: 9 }])}, ${db.owner.json(["lao", "khmu"])}, 'none')`;
  const like = async (village: string) => {
    const { cases } = await whatWorked(reader, { category: "birth_registration", village });
    return cases[0]?.alike;
  };
  expect(await like(own)).toEqual(["group", "language", "access"]);
  expect(await like(there.villageIds[1] as string)).toEqual([]);
  const [row] = await withScope(reader.scope, (tx) =>
    tx.execute(
      sql`select worked_cases('birth_registration', ${there.villageIds[1]}, 9) -> 0 -> 'alike' as alike`,
    ),
  );
  expect(row).toEqual({ alike: [] });
});

it("opens by no other door", async () => {
  for (const door of [
    sql`select * from worked_candidates`,
    sql`select village_likeness(${here.villageIds[0]})`,
  ])
    await expect(withScope(reader.scope, (tx) => tx.execute(door))).rejects.toMatchObject({
      cause: { code: "42501" },
    });
});

it("gives monthly counts of villages with a case only", async () => {
  const [shown, noConsent] = there.villageIds as string[];
  const counts = await withScope({ ...emptyScope, districtIds: [here.districtId as string] }, (tx) =>
    tx.execute<{ values: { cells: unknown[]; figures: { villageId: string }[] } }>(sql`
      select worked_values('birth_registration', ${`{${shown},${noConsent}}`}::uuid[], '{}'::text[], 202001) as values`),
  );
  expect(counts[0]?.values).toEqual({ cells: [], figures: [] });
  for (const village of [shown, noConsent])
    await db.owner`
      insert into population_figures (id, district_id, village_id, created_by, updated_by, kind, year, value, method, as_of)
      values (${randomUUID()}, ${there.districtId as string}, ${village as string}, ${randomUUID()}, ${randomUUID()}, 'live_births',
        2026, 20, 'enumerated', ${day})`;
  const [again] = await withScope(reader.scope, (tx) =>
    tx.execute<{ values: { figures: { villageId: string }[] } }>(sql`
      select worked_values('birth_registration', ${`{${shown},${noConsent}}`}::uuid[], '{}'::text[], 202001) as values`),
  );
  expect(again?.values.figures.map(({ villageId }) => villageId)).toEqual([shown]);
});
