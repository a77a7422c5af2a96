import { afterAll, beforeAll, expect, it } from "vitest";
import { closeDatabase } from "@/db/client";
import { type TestDatabase, testDatabase } from "@/db/testing/database";
import { makeDistrict } from "@/db/testing/factories";
import { actorFor } from "@/lib/access/testing";
import { applyChange } from "@/lib/changes/apply";
import { newChange } from "@/lib/changes/new-change";
import { today } from "@/lib/clock";
import { reviewedDistricts } from "@/lib/districts/province-queries";
import { equityOf } from "@/lib/equity/queries";
import { sumBoard } from "@/lib/rollout/board";
import { boardOf } from "@/lib/rollout/board-queries";
import { reachUntil } from "@/lib/rollout/queries";
import { reachCsv } from "@/lib/rollout/reach-csv";
import { plannedVillages } from "@/lib/rollout/village-queries";
import { whereItStands } from "./stages";

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(async () => {
  await closeDatabase();
  await db.drop();
});

// What a count means is said once; wherever it shows, it is the same number.
it("says the same number of villages reached and behind on every page and in every file", async () => {
  const here = await makeDistrict(db.owner, 5);
  const team = actorFor({ role: "facilitator", districtIds: [here.districtId] });
  const ministry = actorFor({ role: "ministry", nation: true });
  const province = actorFor({ role: "province", districtIds: [here.districtId] });
  const year = Number(today().slice(0, 4));
  const on = `${year}-01-02`;
  const workshop = { module: "3", level: "village", status: "done", startDate: on } as const;
  const [a, b, c, d] = here.villageIds as [string, string, string, string];
  for (const [place, fields] of [
    [a, workshop],
    [a, { ...workshop, module: "2" }],
    [b, workshop],
    [c, { ...workshop, level: "district" }],
    [d, { ...workshop, status: "under_way" }],
  ] as const) {
    const change = newChange({ type: "workshop", place, fields, madeAt: new Date() });
    expect((await applyChange(team, change)).status).toBe("accepted");
  }
  for (const place of here.villageIds) {
    const fields = { year, module: "3", level: "village", plannedDate: on } as const;
    const change = newChange({ type: "rolloutItem", place, fields, madeAt: new Date() });
    expect((await applyChange(province, change)).status).toBe("accepted");
  }
  const reached = 2;
  const asked = { on: today(), year, module: null, within: null };
  const reach = await reachUntil(ministry, today());
  expect(reach.steps.at(-1)?.villages).toBe(reached);
  expect(reach.provinces.reduce((sum, row) => sum + row.villages, 0)).toBe(reached);
  const line = reachCsv(reach, today())
    .split("\r\n")
    .find((text) => text.includes(reach.provinces[0]?.nameLo ?? ""));
  expect(line?.split(",")[4]).toBe(String(reached));
  expect((await reviewedDistricts(province)).map(({ villages }) => villages)).toEqual([reached]);
  expect((await equityOf(province, { indicator: null, within: null })).all).toMatchObject({
    k: reached,
    n: 5,
  });
  for (const who of [ministry, province]) {
    const { stages } = sumBoard((await boardOf(who, asked)).districts);
    const villages = await plannedVillages(who, { ...asked, within: here.districtId });
    const behind = villages.filter((one) => whereItStands(one.stages, today()).behind.includes("village"));
    expect(stages.village).toEqual({ done: reached, due: 5, behind: behind.length });
    for (const [stage, count] of Object.entries(stages)) {
      const late = villages.filter(({ stages: own }) =>
        (whereItStands(own, today()).behind as string[]).includes(stage),
      );
      expect(late.length, stage).toBe(count.behind);
    }
  }
});
