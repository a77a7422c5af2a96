import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { type TestDatabase, testDatabase } from "@/db/testing/database";
import { makeDistrict, type TestDistrict } from "@/db/testing/factories";
import { actorFor } from "@/lib/access/testing";
import { giveInstruction } from "@/lib/instructions/commands";
import { RecordDialogue, recordDialogue } from "./commands";
import { dialogueFileRows } from "./dialogue-file";
import { dialoguePage, dialoguesFor } from "./queries";
import { nextDialogue } from "./rules";

let db: TestDatabase;
let here: TestDistrict;
let elsewhere: TestDistrict;
beforeAll(async () => {
  db = await testDatabase();
  here = await makeDistrict(db.owner);
  elsewhere = await makeDistrict(db.owner);
});
afterAll(async () => {
  await closeDatabase();
  await db.drop();
});

const at = (role: "governor_office" | "health_office" | "facilitator", district = here) =>
  actorFor({ role, districtIds: [district.districtId] });
const form = () =>
  RecordDialogue.parse({
    changeId: randomUUID(),
    subject: randomUUID(),
    place: here.districtId,
    date: "2026-11-03",
    chair: "district_governor",
    women: "12",
    agenda: "ນ້ຳ\n\nທາງ",
    nextDate: "2027-02-03",
  });

test("is recorded once by the governor's or the health office of the place, read by everybody there", async () => {
  const input = form();
  await recordDialogue(at("governor_office"), input);
  await recordDialogue(at("governor_office"), input);
  await recordDialogue(at("health_office"), { ...form(), date: "2026-08-03" });
  const held = await dialoguesFor(at("facilitator"));
  expect(held).toMatchObject([
    { id: input.subject, women: 12, agenda: ["ນ້ຳ", "ທາງ"] },
    { date: "2026-08-03" },
  ]);
  await expect(recordDialogue(at("facilitator"), form())).rejects.toMatchObject({ code: "forbidden" });
  await expect(recordDialogue(at("governor_office", elsewhere), form())).rejects.toMatchObject({
    code: "forbidden",
  });
  expect(await dialoguesFor(at("governor_office", elsewhere))).toEqual([]);
  await expect(dialoguePage(at("governor_office", elsewhere), input.subject)).rejects.toMatchObject({
    code: "not_found",
  });
});

test("what it refers is an instruction that names it", async () => {
  const input = form();
  await recordDialogue(at("governor_office"), input);
  await giveInstruction(at("governor_office"), {
    changeId: randomUUID(),
    subject: randomUUID(),
    place: here.villageIds[0] as string,
    toOffice: "district_public_works",
    text: "ສ້ອມທາງ",
    due: "2026-12-01",
    dialogueId: input.subject,
  });
  const { dialogue } = await dialoguePage(at("facilitator"), input.subject);
  const [, , ...file] = dialogueFileRows([dialogue], "2026-11-22");
  expect(file.map((cells) => cells.join())).toEqual([
    expect.stringContaining("ສ້ອມທາງ,district_public_works,2026-12-01,given"),
  ]);
  expect(dialogue.referred).toMatchObject([{ text: "ສ້ອມທາງ", status: "given", due: "2026-12-01" }]);
});

test.each([
  [[], null],
  [[{ date: "2026-08-01", nextDate: null }], null],
  [[{ date: "2026-08-01", nextDate: "2026-11-20" }], { date: "2026-11-20", daysLate: 2 }],
  [
    [
      { date: "2026-05-01", nextDate: "2026-06-01" },
      { date: "2026-08-01", nextDate: "2026-12-01" },
    ],
    { date: "2026-12-01", daysLate: 0 },
  ],
] as const)("after %j the next is %j", (held, next) => {
  expect(nextDialogue(held, "2026-11-22")).toEqual(next);
});
