import { afterAll, beforeAll, expect, it } from "vitest";
import { closeDatabase } from "@/db/client";
import { type TestDatabase, testDatabase } from "@/db/testing/database";
import { makeDistrict, type TestDistrict } from "@/db/testing/factories";
import { actorFor } from "@/lib/access/testing";
import { applyChange } from "@/lib/changes/apply";
import { newChange } from "@/lib/changes/new-change";
import type { FieldsOf, RecordType } from "@/lib/changes/registry";
import { setAside } from "@/lib/changes/set-aside";
import { uuidv7 } from "@/lib/changes/uuid";
import { SaveFacilitator, SaveTraining, saveFacilitator, saveTraining } from "./facilitator-commands";
import { registerOf } from "./facilitator-queries";

let db: TestDatabase;
let here: TestDistrict;
const ministry = actorFor({ role: "ministry", nation: true });
beforeAll(async () => {
  db = await testDatabase();
  here = await makeDistrict(db.owner, 2);
});
afterAll(async () => {
  await closeDatabase();
  await db.drop();
});

const person = (name: string) =>
  SaveFacilitator.parse({
    changeId: uuidv7(),
    subject: uuidv7(),
    district: here.districtId,
    name,
    office: "Office",
  });

it("keeps a register in the order of names, with trainings, load and what their records hold", async () => {
  const province = actorFor({ role: "province", districtIds: [here.districtId] });
  const team = actorFor({ role: "facilitator", districtIds: [here.districtId] });
  const [second, first] = [person("Team B"), person("Team A")];
  await saveFacilitator(province, second);
  await saveFacilitator(province, second);
  await saveFacilitator(ministry, first);
  await expect(saveFacilitator(team, person("Team C"))).rejects.toMatchObject({ code: "forbidden" });
  const training = SaveTraining.parse({
    changeId: uuidv7(),
    subject: uuidv7(),
    person: `${first.subject}@${here.districtId}`,
    date: "2026-01-10",
    topic: "Facilitation",
    days: "3",
  });
  await saveTraining(province, training);
  await saveTraining(province, training);
  const elsewhere = actorFor({ role: "province", districtIds: [uuidv7()] });
  await expect(saveTraining(elsewhere, { ...training, changeId: uuidv7() })).rejects.toMatchObject({
    code: "forbidden",
  });

  const put = async <T extends RecordType>(type: T, place: string, fields: Partial<FieldsOf<T>>) => {
    const change = newChange({ type, place, fields, madeAt: new Date() });
    expect(await applyChange(team, change)).toMatchObject({ status: "accepted" });
    return change.subject;
  };
  const [a, b] = here.villageIds as [string, string];
  const workshop = { module: "3", level: "village", status: "done" } as const;
  const facilitators = ["Team A"];
  const workshopId = await put("workshop", a, { ...workshop, facilitators, startDate: "2026-02-01" });
  await put("workshop", b, { ...workshop, facilitators, startDate: "2026-03-01" });
  await put("workshop", b, { ...workshop, facilitators, startDate: "2026-03-01", status: "under_way" });
  await put("group", a, { workshopId, kind: "women" });
  const tally = { sex: "female", ageBand: "25to49", role: "villager", device: uuidv7(), people: 4 } as const;
  await put("attendance", a, { workshopId, ...tally });
  await put("problem", a, { workshopId, statement: "x" });
  await put("plan", a, { workshopId, status: "draft" });

  const asked = { within: here.provinceId, on: "2026-11-22" };
  expect((await registerOf(ministry, asked)).facilitators).toMatchObject([
    {
      name: "Team A",
      trainings: [{ date: "2026-01-10", topic: "Facilitation", days: 3 }],
      workshops: 2,
      villages: 2,
      complete: 1,
      women: 1,
    },
    { name: "Team B", trainings: [], workshops: 0 },
  ]);
  await expect(registerOf(elsewhere, asked)).rejects.toMatchObject({ code: "forbidden" });
  expect(() => registerOf(team, asked)).toThrow(expect.objectContaining({ code: "forbidden" }));
});

it("corrects a person and her training by who saw how they stand, and says until when she facilitated", async () => {
  const province = actorFor({ role: "province", districtIds: [here.districtId] });
  const made = person("Team Z");
  await saveFacilitator(province, made);
  const one = { changeId: uuidv7(), subject: uuidv7(), person: `${made.subject}@${here.districtId}` };
  await saveTraining(
    province,
    SaveTraining.parse({ ...one, date: "2026-02-01", topic: "Maps", venue: "Hall" }),
  );
  const standing = async () => {
    const { facilitators } = await registerOf(province, { within: here.districtId, on: "2026-11-22" });
    const found = facilitators.find(({ id }) => id === made.subject);
    if (!found) throw new Error("gone from the register");
    return found;
  };
  const before = await standing();
  const seen = JSON.stringify(before.versions);
  const again = { ...made, seen: undefined, changeId: uuidv7(), name: "Team Y", to: "2026-10-01" };
  const corrected = SaveFacilitator.parse({ ...again, seen });
  for (let twice = 0; twice < 2; twice++) await saveFacilitator(province, corrected);
  expect(await standing()).toMatchObject({ name: "Team Y", to: "2026-10-01" });
  const stale = SaveFacilitator.parse({ ...again, seen, changeId: uuidv7(), name: "Team X" });
  await expect(saveFacilitator(province, stale)).rejects.toMatchObject({ code: "stale" });
  const wrong = { ...corrected, changeId: uuidv7(), from: "2026-11-01" };
  await expect(saveFacilitator(province, wrong)).rejects.toMatchObject({ code: "invalid" });

  const [training] = before.trainings;
  const changed = {
    ...one,
    changeId: uuidv7(),
    seen: JSON.stringify(training?.versions),
    date: "2026-02-03",
  };
  await saveTraining(province, SaveTraining.parse({ ...changed, topic: "Maps", venue: "Hall" }));
  expect((await standing()).trainings).toMatchObject([{ date: "2026-02-03", venue: "Hall" }]);
  const out = { changeId: uuidv7(), subject: one.subject, place: here.districtId };
  await setAside(province, "facilitatorTraining", out);
  expect((await standing()).trainings).toEqual([]);
});
