import { afterAll, beforeAll, expect, it } from "vitest";
import { closeDatabase } from "@/db/client";
import { type TestDatabase, testDatabase } from "@/db/testing/database";
import { makeDistrict } from "@/db/testing/factories";
import type { Actor } from "@/lib/access/actor";
import { actorFor } from "@/lib/access/testing";
import { applyChange } from "@/lib/changes/apply";
import { newChange } from "@/lib/changes/new-change";
import type { FieldsOf, RecordType } from "@/lib/changes/registry";
import { uuidv7 } from "@/lib/changes/uuid";
import { governanceOf } from "./governance-queries";

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(async () => {
  await closeDatabase();
  await db.drop();
});

const writer =
  (who: Actor) =>
  async <T extends RecordType>(type: T, place: string, fields: Partial<FieldsOf<T>>) => {
    const change = newChange({ type, place, fields, madeAt: new Date() });
    expect(await applyChange(who, change), type).toMatchObject({ status: "accepted" });
    return change.subject;
  };

it("says each measure as k of n, until the day asked for", async () => {
  const { districtId, villageIds } = await makeDistrict(db.owner, 2);
  const [a, b] = villageIds as [string, string];
  const put = writer(actorFor({ role: "facilitator", districtIds: [districtId] }));
  const held = { module: "3", level: "village", status: "done", startDate: "2026-02-01" } as const;
  for (const [village, fundSource, first, speakersMen] of [
    [a, "district", "well", 0],
    [b, "partner", "road", undefined],
  ] as const) {
    const workshopId = await put("workshop", village, { ...held, speakersWomen: 3, speakersMen });
    const groupId = await put("group", village, { workshopId, kind: "women" });
    const men = await put("group", village, { workshopId, kind: "men" });
    const well = await put("problem", village, { workshopId, statement: "well", raisedByGroupId: groupId });
    const road = await put("problem", village, { workshopId, statement: "road", raisedByGroupId: men });
    const votes = { workshopId, groupId, device: uuidv7() };
    await put("ballot", village, { ...votes, problemId: well, dots: first === "well" ? 5 : 1 });
    await put("ballot", village, { ...votes, problemId: road, dots: first === "road" ? 5 : 1 });
    const planId = await put("plan", village, { workshopId, status: "active", agreedDate: "2026-02-02" });
    await put("action", village, { planId, problemId: well, what: "dig", level: "village", fundSource });
    await put("action", village, { planId, what: "x", level: "village" });
    await put("commitment", village, { workshopId, party: "village", text: "x", due: "2026-05-01" });
    await put("commitment", village, {
      workshopId,
      party: "village",
      text: "y",
      due: "2026-06-01",
      kept: "kept",
    });
    await put("commitment", village, { workshopId, party: "village", text: "z", due: "2027-01-01" });
  }
  const ministry = actorFor({ role: "ministry", nation: true });
  const province = actorFor({ role: "province", districtIds: [districtId] });
  const asked = { on: "2026-11-22", year: 2026, districtIds: [districtId] };
  const told = {
    plans_local: [1, 2],
    dialogues: [0, 1],
    promises: [2, 4],
    women_heard: [0, 0],
    women_spoke: [3, 3],
    spoke_counted: [1, 2],
    women_raised: [2, 4],
    women_ranked: [2, 2],
    women_first: [1, 2],
  };
  expect(await governanceOf(province, asked)).toEqual(told);
  expect(await governanceOf(ministry, { ...asked, districtIds: null })).toMatchObject({ promises: [2, 4] });
  expect(await governanceOf(province, { ...asked, on: "2026-01-31" })).toMatchObject({
    plans_local: [0, 0],
    promises: [0, 0],
    women_raised: [0, 0],
  });
});
