import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { seedReference } from "@/db/seed/reference";
import { type TestDatabase, testDatabase } from "@/db/testing/database";
import { actorFor } from "@/lib/access/testing";
import { makeVersion } from "./instrument-commands";
import { NewVersion } from "./new-version";
import { instrumentsOf } from "./queries";

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
  await seedReference(db.owner);
});
afterAll(async () => {
  await closeDatabase();
  await db.drop();
});

const administrator = actorFor({ role: "administrator", nation: true });

/** The newest version of the first questionnaire as its form shows it, with one word changed. */
async function form(more: object = {}) {
  const [newest] = await instrumentsOf(administrator);
  if (!newest) throw new Error("no questionnaire is seeded");
  const items = newest.items.flatMap(({ text }, at) => [
    [`lo.${at}`, text.lo],
    [`en.${at}`, at === 0 ? "Other words" : text.en],
  ]);
  const labels = newest.labels.flatMap(({ value, text }) => [
    [`label.lo.${value}`, text.lo],
    [`label.en.${value}`, text.en],
  ]);
  const { nameLo, nameEn, consent, wording, series, version, id: from } = newest;
  const plain = { nameLo, nameEn, wording, consentLo: consent.lo, consentEn: consent.en };
  const made = { changeId: randomUUID(), subject: randomUUID(), from };
  const input = NewVersion.parse({
    ...made,
    ...plain,
    ...Object.fromEntries([...items, ...labels]),
    ...more,
  });
  return { input, series, version };
}
const versionsOf = async (series: string) =>
  (await instrumentsOf(administrator)).filter((one) => one.series === series).map(({ version }) => version);

test("another wording is the next version; the one before stays, the same form twice is one", async () => {
  const { input, series, version } = await form();
  await makeVersion(administrator, input);
  await makeVersion(administrator, input);
  expect(await versionsOf(series)).toEqual([version + 1, version]);
  const [newest, before] = (await instrumentsOf(administrator)).filter((one) => one.series === series);
  expect(newest?.items[0]?.text.en).toBe("Other words");
  expect(before?.items[0]?.text.en).not.toBe("Other words");
});

test.each([
  "facilitator",
  "health_centre",
  "health_office",
  "governor_office",
  "province",
  "partner",
] as const)("the %s makes none", async (role) => {
  const { input, series } = await form();
  const before = await versionsOf(series);
  await expect(makeVersion(actorFor({ role, districtIds: [randomUUID()] }), input)).rejects.toMatchObject({
    code: "forbidden",
  });
  expect(await versionsOf(series)).toEqual(before);
});

test("of a questionnaire that is not there is refused", async () => {
  const { input } = await form({ from: randomUUID() });
  await expect(makeVersion(administrator, input)).rejects.toMatchObject({ code: "not_found" });
});
