import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { closeDatabase } from "@/db/client";
import { seedReference } from "@/db/seed/reference";
import { type TestDatabase, testDatabase } from "@/db/testing/database";
import { makeDistrict, type TestDistrict } from "@/db/testing/factories";
import { actorFor } from "@/lib/access/testing";
import { equityTrustOf } from "./trust-queries";

let db: TestDatabase;
let here: TestDistrict;
let instrument: string;
const ministry = actorFor({ role: "ministry", nation: true });

type People = readonly [n: number, sex: string, group: string, score: number];

/** A closed round whose answers count. */
async function held(village: string, startDate: string, people: readonly People[]) {
  const round = randomUUID();
  await db.owner`
    insert into trust_rounds (id, district_id, village_id, created_by, updated_by, instrument_id, wave, start_date, interviewer,
      exposure_groups, closed)
    values (${round}, ${here.districtId}, ${village}, ${ministry.userId}, ${ministry.userId}, ${instrument}, 'other', ${startDate},
      'district_staff', '[]', true)`;
  for (const [n, sex, group, score] of people)
    await db.owner`
      insert into trust_answers (district_id, village_id, round_id, instrument_id, sex, age_band, ethnic_group_id, item_values, score, released)
      select ${here.districtId}, ${village}, ${round}, ${instrument}, ${sex}, '25to49', ${group}, '{1,1,1,1,1,1,1,1}', ${score}, true
      from generate_series(1, ${n})`;
}

beforeAll(async () => {
  db = await testDatabase();
  await seedReference(db.owner);
  here = await makeDistrict(db.owner, 4);
  await db.owner`update places set code = 'T1' where id = ${here.districtId}`;
  const [row] = await db.owner<
    { id: string }[]
  >`select id from instruments order by series, version desc limit 1`;
  instrument = row?.id as string;
  const [a, b, c] = here.villageIds as [string, string, string];
  await held(a, "2025-01-01", [[30, "female", "lao", -8]]);
  for (const village of [a, b])
    await held(village, "2026-01-01", [
      [14, "female", "lao", 4],
      [12, "male", "khmu", 2],
      [6, "female", "hmong", 1],
      [6, "female", "iumien", 1],
    ]);
  await held(c, "2026-01-01", [[7, "female", "lao", 8]]);
});
afterAll(async () => {
  await closeDatabase();
  await db.drop();
});

it("tells of each village's newest round, a small ethnic group as its family", async () => {
  const [found] = await equityTrustOf(actorFor({ role: "province", districtIds: [here.districtId] }), "T1");
  expect(found?.leftOut).toBe(1);
  const line = (by: string, category: string) =>
    found?.lines.find((one) => one.by === by && one.category === category)?.shown;
  expect(line("all", "all")).toMatchObject({ villages: 2, n: 76 });
  expect(line("sex", "male")).toMatchObject({ villages: 2, n: 24, mean: { estimate: 2 } });
  expect(line("ethnicGroup", "lao")).toMatchObject({ n: 28, mean: { estimate: 4 } });
  expect(line("ethnicGroup", "family:hmong_iumien")).toMatchObject({ n: 24, mean: { estimate: 1 } });
  expect(line("ethnicGroup", "hmong")).toBeUndefined();
});

it("is for those who review the place, and no small sum crosses the wall", async () => {
  const elsewhere = await makeDistrict(db.owner);
  expect(
    await equityTrustOf(actorFor({ role: "province", districtIds: [elsewhere.districtId] }), null),
  ).toEqual([]);
  for (const role of ["governor_office", "facilitator", "partner", "administrator"] as const)
    await expect(
      equityTrustOf(actorFor({ role, districtIds: [here.districtId] }), "T1"),
    ).rejects.toMatchObject({
      code: "forbidden",
    });
  const [row] = await db.owner.begin(async (tx) => {
    await tx`select set_config('app.trust_nation', 'on', true)`;
    return tx`select trust_groups(array[${here.districtId}]::uuid[]) as rounds`;
  });
  const cells = ((row?.rounds ?? []) as { cells: { n: number }[] | null }[]).flatMap(
    ({ cells: list }) => list ?? [],
  );
  expect(Math.min(...cells.map(({ n }) => n))).toBeGreaterThanOrEqual(10);
});
