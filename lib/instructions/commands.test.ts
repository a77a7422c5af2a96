import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeDatabase } from "@/db/client";
import { type TestDatabase, testDatabase } from "@/db/testing/database";
import { makeDistrict, type TestDistrict } from "@/db/testing/factories";
import { actorFor } from "@/lib/access/testing";
import { answerInstruction, giveInstruction, recordDecision } from "./commands";
import { instructionsFor } from "./queries";

let db: TestDatabase;
let here: TestDistrict;
let elsewhere: TestDistrict;
const governorOf = (district: TestDistrict) =>
  actorFor({ role: "governor_office", districtIds: [district.districtId] });
const teamOf = (district: TestDistrict) =>
  actorFor({ role: "facilitator", districtIds: [district.districtId] });

beforeAll(async () => {
  db = await testDatabase();
  here = await makeDistrict(db.owner);
  elsewhere = await makeDistrict(db.owner);
});
afterAll(async () => {
  await closeDatabase();
  await db.drop();
});

const asked = () => ({
  changeId: randomUUID(),
  subject: randomUUID(),
  place: here.villageIds[0] as string,
  toOffice: "district_public_works" as const,
  text: "ຂໍໃຫ້ລາຍງານ",
});

describe("giving an instruction", () => {
  it("is kept open as something to tell in person while no account holds the office", async () => {
    const input = asked();
    await giveInstruction(governorOf(here), input);
    const [seen] = await instructionsFor(teamOf(here), { id: input.subject });
    expect(seen).toMatchObject({
      status: "given",
      delivery: "tell_in_person",
      text: input.text,
      answers: [],
    });
  });

  it("goes to the account when one holds the office in the place", async () => {
    const userId = randomUUID();
    await db.owner`insert into users (id, login, display_name) values (${userId}, ${`office${userId.slice(0, 8)}`}, 'office')`;
    await db.owner`insert into assignments (id, user_id, role, place_id, from_date)
      values (${randomUUID()}, ${userId}, 'health_office', ${here.districtId}, '2025-01-01')`;
    const input = { ...asked(), toOffice: "district_health_office" as const };
    await giveInstruction(governorOf(here), input);
    expect(await instructionsFor(teamOf(here), { id: input.subject })).toMatchObject([
      { delivery: "account" },
    ]);
  });

  it("is not for facilitators, nor for another district's governor", async () => {
    await expect(giveInstruction(teamOf(here), asked())).rejects.toMatchObject({ code: "forbidden" });
    await expect(giveInstruction(governorOf(elsewhere), asked())).rejects.toMatchObject({
      code: "forbidden",
    });
    expect(await instructionsFor(governorOf(elsewhere), { districtId: here.districtId })).toEqual([]);
  });

  it("counts once when the form is sent twice", async () => {
    const input = asked();
    await giveInstruction(governorOf(here), input);
    await giveInstruction(governorOf(here), input);
    expect(await db.owner`select 1 from instructions where id = ${input.subject}`).toHaveLength(1);
  });
});

describe("answering", () => {
  const given = async () => {
    const input = asked();
    await giveInstruction(governorOf(here), input);
    return {
      changeId: randomUUID(),
      place: input.place,
      instructionId: input.subject,
      kind: "told" as const,
      office: "facilitator_team" as const,
    };
  };

  it("closes the loop to the governor, once however often it is sent", async () => {
    const answer = await given();
    await answerInstruction(teamOf(here), answer);
    await answerInstruction(teamOf(here), answer);
    const [seen] = await instructionsFor(governorOf(here), { id: answer.instructionId });
    expect(seen).toMatchObject({ status: "told", answers: [{ kind: "told", office: "facilitator_team" }] });
  });

  it("is refused to others", async () => {
    const answer = await given();
    const ministry = actorFor({ role: "ministry", nation: true });
    await expect(answerInstruction(ministry, answer)).rejects.toMatchObject({ code: "forbidden" });
    await expect(answerInstruction(teamOf(elsewhere), answer)).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("recording a decision", () => {
  const decided = () => ({
    changeId: randomUUID(),
    subject: randomUUID(),
    place: here.districtId,
    text: "ເຫັນດີ",
  });
  it("is kept once, by the governor's office of the place only", async () => {
    const input = decided();
    await recordDecision(governorOf(here), input);
    await recordDecision(governorOf(here), input);
    expect(await db.owner`select 1 from decisions where id = ${input.subject}`).toHaveLength(1);
    await expect(recordDecision(teamOf(here), decided())).rejects.toMatchObject({ code: "forbidden" });
    await expect(recordDecision(governorOf(elsewhere), decided())).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});
