import { afterAll, beforeAll, expect, it } from "vitest";
import { closeDatabase } from "@/db/client";
import { type TestDatabase, testDatabase } from "@/db/testing/database";
import { makeDistrict, type TestDistrict } from "@/db/testing/factories";
import { actorFor } from "@/lib/access/testing";
import { applyChange } from "./apply";
import { eraseRecord } from "./erase";
import { historyOf } from "./history";
import { newChange } from "./new-change";

let db: TestDatabase;
let here: TestDistrict;
const officeOf = (district: TestDistrict) =>
  actorFor({ role: "health_office", districtIds: [district.districtId] });

beforeAll(async () => {
  db = await testDatabase();
  here = await makeDistrict(db.owner);
});
afterAll(async () => {
  await closeDatabase();
  await db.drop();
});

async function aWorkshop() {
  const team = actorFor({ role: "facilitator", districtIds: [here.districtId] });
  const fields = {
    module: "3",
    level: "village",
    startDate: "2026-01-01",
    note: "said in confidence",
  } as const;
  const change = newChange({
    type: "workshop",
    place: here.villageIds[0] as string,
    fields,
    madeAt: new Date(),
  });
  expect((await applyChange(team, change)).status).toBe("accepted");
  return { team, subject: change.subject };
}

it("erases what was said, keeps that it was there, and the chain still verifies", async () => {
  const { subject } = await aWorkshop();
  const office = officeOf(here);
  expect(await eraseRecord(office, { subject, why: "consent withdrawn" })).toBe(1);
  const history = await historyOf(office, subject);
  expect(history).toMatchObject({ chainHolds: true, entries: [{ erased: true, after: null }] });
  expect(await db.owner`select 1 from workshops where id = ${subject}`).toHaveLength(0);
  const everything =
    await db.owner`select to_jsonb(p)::text as text from change_payloads p where p.change_id = ${history.entries[0]?.changeId as string}`;
  expect(everything[0]?.text).not.toContain("said in confidence");
  expect(everything[0]?.text).toContain("consent withdrawn");
});

it("erases once: repeated there is nothing left to erase", async () => {
  const { subject } = await aWorkshop();
  await eraseRecord(officeOf(here), { subject, why: "retention ended" });
  expect(await eraseRecord(officeOf(here), { subject, why: "retention ended" })).toBe(0);
});

it("is for the health office of the place, with a reason", async () => {
  const { team, subject } = await aWorkshop();
  await expect(eraseRecord(team, { subject, why: "x" })).rejects.toMatchObject({ code: "forbidden" });
  await expect(
    eraseRecord(officeOf(await makeDistrict(db.owner)), { subject, why: "x" }),
  ).rejects.toMatchObject({
    code: "not_found",
  });
  expect(() => eraseRecord(officeOf(here), { subject, why: " " })).toThrow(
    expect.objectContaining({ code: "invalid" }),
  );
});
