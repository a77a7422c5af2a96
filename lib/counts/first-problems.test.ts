import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { closeDatabase, withScope } from "@/db/client";
import { type TestDatabase, testDatabase } from "@/db/testing/database";
import { makeDistrict } from "@/db/testing/factories";
import { actorFor } from "@/lib/access/testing";
import { rankByDots } from "@/lib/problems/dot-votes";
import { combineRankings } from "@/lib/problems/ranking";
import { SeededNumbers } from "@/lib/seeded-numbers";
import { firstProblems } from "./first-problems-sql";

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(async () => {
  await closeDatabase();
  await db.drop();
});

it("ranks first what the village's page ranks first, whatever was voted", async () => {
  const { districtId, villageIds } = await makeDistrict(db.owner, 1);
  const dice = new SeededNumbers(54);
  const by = dice.uuid();
  const base = {
    district_id: districtId,
    village_id: villageIds[0] as string,
    created_by: by,
    updated_by: by,
  };
  const rows: Record<"workshops" | "workshop_groups" | "problems" | "ballots", object[]> = {
    workshops: [],
    workshop_groups: [],
    problems: [],
    ballots: [],
  };
  const expected: string[] = [];
  for (let round = 0; round < 60; round++) {
    const workshop_id = dice.uuid();
    const day = "2026-01-05";
    rows.workshops.push({
      ...base,
      id: workshop_id,
      module: "3",
      level: "village",
      status: "done",
      start_date: day,
    });
    const problems = Array.from({ length: dice.whole(1, 5) }, () => dice.uuid());
    for (const id of problems) rows.problems.push({ ...base, id, workshop_id, statement: "x" });
    const method = round % 10 === 9 ? "pairwise" : "dots";
    const groups = (["women", "men", "youth"] as const).map((kind) => ({ kind, id: dice.uuid() }));
    const rankings = groups.map(({ kind, id: group_id }) => {
      rows.workshop_groups.push({
        ...base,
        id: group_id,
        workshop_id,
        kind,
        method: kind === "men" ? method : null,
      });
      const silent = dice.chance(0.3);
      // Not laid out for a group is a vote of zero, as on the page.
      const dots = problems.map((id) => [id, silent || dice.chance(0.3) ? 0 : dice.whole(0, 3)] as const);
      for (const [problem_id, count] of dots)
        if (count > 0 || dice.chance(0.5))
          rows.ballots.push({
            ...base,
            id: dice.uuid(),
            workshop_id,
            group_id,
            problem_id,
            device: by,
            dots: count,
          });
      return rankByDots(problems, { group: kind, dots: Object.fromEntries(dots) });
    });
    if (method === "dots")
      for (const { problem, rank, rankByGroup } of combineRankings(problems, rankings).problems)
        if (rank === 1) expected.push(`${problem} ${rankByGroup.women === 1}`);
  }
  for (const table of ["workshops", "workshop_groups", "problems", "ballots"] as const)
    await db.owner`insert into ${db.owner(table)} ${db.owner(rows[table] as Record<string, string>[])}`;
  const actor = actorFor({ role: "ministry", nation: true });
  const found = await withScope(actor.scope, (tx) =>
    tx.execute<{ problem_id: string; women_first: boolean }>(sql`
      with held as (select id from workshops), ${firstProblems(sql`held`)} select * from first_problems`),
  );
  expect([...found].map((one) => `${one.problem_id} ${one.women_first}`).sort()).toEqual(expected.sort());
  expect(expected.length).toBeGreaterThan(40);
});
