import { afterAll, beforeAll, expect, it } from "vitest";
import { closeDatabase } from "@/db/client";
import { type TestDatabase, testDatabase } from "@/db/testing/database";
import { actorFor } from "@/lib/access/testing";
import { today } from "@/lib/clock";
import { disagreements, toldCounts } from "@/lib/counts/agreement";
import { seedDemo } from "./demo";
import { seedReference } from "./reference";

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
  await seedReference(db.owner);
});
afterAll(async () => {
  await closeDatabase();
  await db.drop();
});

it("loads about 60 villages of 6 districts in 4 provinces through the ordinary write path, once", {
  timeout: 240_000,
}, async () => {
  await seedDemo(db.owner);
  const [reached] = await db.owner`
    select count(distinct w.village_id)::int villages, count(distinct w.district_id)::int districts,
      count(distinct p.province_id)::int provinces
    from workshops w join places p on p.id = w.district_id`;
  expect(reached).toMatchObject({ districts: 6, provinces: 4 });
  expect(reached?.villages).toBeGreaterThan(45);
  const [counts] = await db.owner`
    select (select count(*)::int from changes) changes, (select count(*)::int from subjects where conflicts <> '{}') conflicts,
      (select count(*)::int from held_changes) held, (select count(*)::int from actions) actions,
      (select count(*)::int from actions where status = 'done') done, (select count(*)::int from reach_figures) reach`;
  expect(counts).toMatchObject({ conflicts: 0, held: 0, reach: 3 });
  expect(counts?.done).toBeGreaterThan(50);
  const [months] = await db.owner`
    select count(distinct period)::int months, count(distinct reporter_id)::int reporters, rebuild_district_months()::int wrong,
      (select count(*)::int from reports where submitted_at::date > to_date(period::text || '28', 'YYYYMMDD') + 15) late
    from data_values`;
  expect(months).toMatchObject({ months: 24, wrong: 0, late: 6 });
  expect(months?.reporters).toBeGreaterThan(50);
  const before = counts?.changes;
  await seedDemo(db.owner);
  const [after] = await db.owner`select count(*)::int changes from changes`;
  expect(after?.changes).toBe(before);
});

it("is counted alike on every page, file and answer", async () => {
  const provinceOf = async (provinceId: string) => {
    const districts = await db.owner<{ id: string }[]>`
      select id from places where level = 'district' and valid_to is null and province_id = ${provinceId}`;
    return actorFor({ role: "province", districtIds: districts.map(({ id }) => id) });
  };
  const ministry = actorFor({ role: "ministry", nation: true });
  const told = await toldCounts({ ministry, provinceOf }, today());
  expect(
    told.filter(({ count, place, value }) => count === "villages_reached" && place !== "nation" && value > 0),
  ).toHaveLength(20);
  expect(disagreements(told)).toEqual([]);
});
