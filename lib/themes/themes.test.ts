import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { type TestDatabase, testDatabase } from "@/db/testing/database";
import { makeDistrict, type TestDistrict } from "@/db/testing/factories";
import type { Actor } from "@/lib/access/actor";
import { actorFor } from "@/lib/access/testing";
import { applyChange } from "@/lib/changes/apply";
import { newChange } from "@/lib/changes/new-change";
import type { FieldsOf, RecordType } from "@/lib/changes/registry";
import { uuidv7 } from "@/lib/changes/uuid";
import { themesAsked } from "./asked";
import { CodeRecord, codeRecord } from "./commands";
import { themeRecords, themesOf } from "./queries";
import { countedByPlace, countedOf } from "./rules";

let db: TestDatabase;
let here: TestDistrict;
let other: TestDistrict;
const made: Record<string, string> = {};

const at = (role: "facilitator" | "health_office" | "governor_office" | "province", ...of: TestDistrict[]) =>
  actorFor({ role, districtIds: of.map(({ districtId }) => districtId) });
const ministry = () => actorFor({ role: "ministry", nation: true });

async function put<T extends RecordType>(
  who: Actor,
  type: T,
  given: { place: string; fields: Partial<FieldsOf<T>> },
) {
  const change = newChange({ type, ...given, madeAt: new Date() });
  expect(await applyChange(who, change), type).toMatchObject({ status: "accepted" });
  return change.subject;
}

/** In one village: two problems coded, one with two themes, one not; a visit that no theme fits, one not held. */
async function village(place: string, district: TestDistrict, year: number) {
  const team = at("facilitator", district);
  const workshopId = await put(team, "workshop", {
    place,
    fields: { module: "3", level: "village", status: "done", startDate: `${year}-03-01` },
  });
  const problem = (statement: string, themes: FieldsOf<"problem">["themes"]) =>
    put(team, "problem", { place, fields: { workshopId, statement, themes } });
  await problem("road", ["transport"]);
  await problem("nobody there", ["staff", "transport"]);
  const open = await problem("not coded", undefined);
  const planId = await put(team, "plan", { place, fields: { workshopId, status: "active" } });
  const visit = { planId, level: "district" as const };
  await put(team, "visit", { place, fields: { ...visit, heldDate: `${year}-06-01`, themes: [] } });
  await put(team, "visit", { place, fields: { ...visit, dueDate: `${year}-09-01` } });
  return open;
}

beforeAll(async () => {
  db = await testDatabase();
  here = await makeDistrict(db.owner, 2);
  other = await makeDistrict(db.owner, 1);
  const [a, b] = here.villageIds as [string, string];
  made.a = await village(a, here, 2026);
  made.b = await village(b, here, 2025);
  made.other = await village(other.villageIds[0] as string, other, 2026);
  made.dialogue = await put(at("governor_office", here), "dialogue", {
    place: here.districtId,
    fields: { date: "2026-05-05", chair: "district_governor", themes: ["supplies"] },
  });
});
afterAll(async () => {
  await closeDatabase();
  await db.drop();
});

const asked = (given: Record<string, string> = {}) => themesAsked(given);

test("counts k of the coded records and of their villages, with what is not coded beside it", async () => {
  const themes = await themesOf(at("health_office", here), asked());
  const { records, kinds, villages } = countedOf(themes);
  expect(themes.below).toBe("village");
  expect(records).toMatchObject({
    all: 9,
    coded: 7,
    of: { transport: 4, staff: 2, supplies: 1, training: 0 },
  });
  expect(kinds).toMatchObject({
    problem: { all: 6, coded: 4 },
    visit: { all: 2, coded: 2 },
    dialogue: { all: 1, coded: 1 },
  });
  expect(villages).toMatchObject({ all: 2, coded: 2, of: { transport: 2, staff: 2, supplies: 0 } });
  expect(themes.years).toEqual([2026, 2025]);
  const places = countedByPlace(themes);
  expect(places.get(here.districtId)?.records).toMatchObject({ all: 1, coded: 1 });
  expect(places.get(here.villageIds[0] as string)?.records).toMatchObject({ all: 4, coded: 3 });
});

test("a year and a kind narrow it", async () => {
  const of = async (given: Record<string, string>) =>
    countedOf(await themesOf(at("health_office", here), asked(given))).records;
  expect(await of({ year: "2025" })).toMatchObject({ all: 4, coded: 3 });
  expect(await of({ kind: "dialogue" })).toMatchObject({ all: 1, of: { supplies: 1, transport: 0 } });
});

test("the nation by province, a province by district, down to a village; the sums agree", async () => {
  const nation = await themesOf(ministry(), asked());
  expect(nation.below).toBe("province");
  expect(countedOf(nation).records).toMatchObject({ all: 13, coded: 10 });
  const both = await themesOf(at("province", here, other), asked());
  expect(both.below).toBe("district");
  expect(countedOf(both)).toEqual(countedOf(nation));
  const one = await themesOf(ministry(), asked({ place: here.districtId }));
  expect(one).toMatchObject({ below: "village", path: [{ level: "province" }, { id: here.districtId }] });
  expect(countedOf(one).records).toMatchObject({ all: 9, coded: 7 });
  const alone = await themesOf(ministry(), asked({ place: here.villageIds[0] as string }));
  expect(countedOf(alone)).toMatchObject({ records: { all: 4, coded: 3 }, villages: { all: 1 } });
});

test("nobody sees another district's, and nonsense is not found", async () => {
  const governor = at("governor_office", other);
  expect(countedOf(await themesOf(governor, asked())).records).toMatchObject({ all: 4, coded: 3 });
  for (const place of [here.districtId, here.villageIds[0] as string, "nowhere"])
    await expect(themesOf(governor, asked({ place }))).rejects.toMatchObject({ code: "not_found" });
  await expect(themesOf(actorFor({ role: "partner", nation: true }), asked())).rejects.toMatchObject({
    code: "forbidden",
  });
});

const listed = (show: "open" | "none" | "staff", who = at("health_office", here)) =>
  themeRecords(who, { ...asked({ place: here.districtId }), show });

test("the records behind a number: not coded, of a theme, of none", async () => {
  expect((await listed("open")).map(({ id }) => id).sort()).toEqual([made.a, made.b].sort());
  expect((await listed("staff")).map(({ text }) => text)).toEqual(["nobody there", "nobody there"]);
  expect((await listed("none")).map(({ kind }) => kind)).toEqual(["visit", "visit"]);
});

test("the district health office codes after the fact, once, and sees whom it would have overwritten", async () => {
  const subject = made.a as string;
  const form = (themes: string, seen?: string | null) =>
    CodeRecord.parse({ changeId: uuidv7(), kind: "problem", subject, themes, ...(seen ? { seen } : {}) });
  const office = at("health_office", here);
  const first = form("training,staff");
  await codeRecord(office, first);
  await codeRecord(office, first);
  const known = (await listed("staff")).find(({ id }) => id === subject);
  expect(known?.themes).toEqual(["staff", "training"]);
  await expect(codeRecord(office, form("supplies"))).rejects.toMatchObject({ code: "stale" });
  await codeRecord(at("facilitator", here), form("staff,training", null));
  const same = (await listed("staff")).find(({ id }) => id === subject);
  await codeRecord(office, form("none", same?.seen));
  expect((await listed("none")).map(({ id }) => id)).toContain(subject);
  const again = (await listed("none")).find(({ id }) => id === subject);
  await codeRecord(office, form("open", again?.seen));
  expect((await listed("open")).map(({ id }) => id)).toContain(subject);
});

test("who does not record workshops codes no problem, and no dialogue who holds none", async () => {
  const code = (who: Actor, kind: "problem" | "dialogue", subject: string | undefined) =>
    codeRecord(who, CodeRecord.parse({ changeId: uuidv7(), kind, subject, themes: "staff" }));
  await expect(code(at("governor_office", here), "problem", made.b)).rejects.toMatchObject({
    code: "forbidden",
  });
  await expect(code(at("facilitator", here), "dialogue", made.dialogue)).rejects.toMatchObject({
    code: "forbidden",
  });
  await expect(code(at("health_office", other), "problem", made.b)).rejects.toMatchObject({
    code: "not_found",
  });
  await expect(code(at("health_office", here), "dialogue", made.b)).rejects.toMatchObject({
    code: "not_found",
  });
});

test("after a change in one district the nation is what it would be read anew", async () => {
  const reader = ministry();
  await themesOf(reader, asked());
  await village(other.villageIds[0] as string, other, 2024);
  const [renewed, anew] = [await themesOf(reader, asked()), await themesOf(ministry(), asked())];
  expect(countedByPlace(renewed)).toEqual(countedByPlace(anew));
  expect(renewed.years).toEqual(anew.years);
  expect(renewed.places).toEqual(anew.places);
});
