import { randomUUID } from "node:crypto";
import { afterAll, expect, it } from "vitest";
import { closeDatabase } from "@/db/client";
import { actorFor } from "@/lib/access/testing";
import { bootstrapOf } from "@/lib/sync/bootstrap";
import { SaveElement, SaveIndicator, saveElement, saveIndicator } from "./manage-commands";
import { managedIndicators } from "./manage-queries";
import { districtThatReports, valuesOf, writeReport } from "./testing";

const at = districtThatReports();
afterAll(closeDatabase);
const administrator = actorFor({ role: "administrator", nation: true });
const typed = (more: object) => ({
  changeId: randomUUID(),
  seen: "{}",
  nameLo: "ທົດສອບ",
  nameEn: "Test",
  group: "growth",
  position: "40",
  active: "on",
  ...more,
});

it("what an administrator adds is counted by the next report and told to phones; out of use it is told no more", async () => {
  const form = typed({ code: "VITAMIN_A", reporters: "village", atMost: "weighed" });
  await saveElement(administrator, SaveElement.parse(form));
  await writeReport(at, at.reporter, { "value.VITAMIN_A": 7 });
  expect(await valuesOf(at)).toMatchObject([{ code: "VITAMIN_A", value: 7 }]);
  const told = async () => (await bootstrapOf(at.reporter)).elements.find(({ code }) => code === "VITAMIN_A");
  expect(await told()).toMatchObject({ nameEn: "Test", reporters: ["village"], atMost: ["WEIGHED"] });
  const { elements } = await managedIndicators(administrator);
  const versions = elements.find(({ code }) => code === "VITAMIN_A")?.versions;
  const { active: _, ...rest } = form;
  const out = { ...rest, changeId: randomUUID(), seen: JSON.stringify(versions), atMost: "" };
  await saveElement(administrator, SaveElement.parse(out));
  expect(await told()).toBeUndefined();
  expect(
    (await managedIndicators(administrator)).elements.find(({ code }) => code === "VITAMIN_A"),
  ).toMatchObject({
    active: false,
    atMost: [],
  });
});

it("an indicator names only what is counted, and divides by one thing", async () => {
  const form = typed({ code: "VITA", numerator: "anc1 -anc4", factor: "100", direction: "up" });
  await saveIndicator(administrator, SaveIndicator.parse({ ...form, denominator: "ANC1" }));
  const { indicators } = await managedIndicators(administrator);
  expect(indicators.find(({ code }) => code === "VITA")).toMatchObject({
    numerator: ["ANC1", "-ANC4"],
    denominator: ["ANC1"],
  });
  const unknown = SaveIndicator.parse(typed({ ...form, code: "OTHER", numerator: "NOBODY_COUNTS" }));
  await expect(saveIndicator(administrator, unknown)).rejects.toMatchObject({
    details: { fields: { codes: "NOBODY_COUNTS" } },
  });
  const both = SaveIndicator.parse({ ...form, denominator: "ANC1", populationKind: "live_births" });
  await expect(async () => saveIndicator(administrator, both)).rejects.toMatchObject({ code: "invalid" });
  await expect(async () => managedIndicators(at.office)).rejects.toMatchObject({ code: "forbidden" });
});

it.each(["facilitator", "health_office", "governor_office", "province", "ministry", "partner"] as const)(
  "is not for the %s, who changes nothing",
  async (role) => {
    const actor = actorFor({ role, districtIds: [at.here.districtId], nation: role === "ministry" });
    const code = `NOT_OF_${role.toUpperCase()}`;
    const form = SaveElement.parse(typed({ code, reporters: "village", atMost: "" }));
    await expect(saveElement(actor, form)).rejects.toMatchObject({ code: "forbidden" });
    const { elements } = await managedIndicators(administrator);
    expect(elements.some((one) => one.code === code)).toBe(false);
  },
);

it("the same form sent again stands once", async () => {
  const form = SaveElement.parse(typed({ code: "TWICE", reporters: "village", atMost: "" }));
  await saveElement(administrator, form);
  await saveElement(administrator, form);
  const { elements } = await managedIndicators(administrator);
  expect(elements.filter(({ code }) => code === "TWICE")).toHaveLength(1);
});

it.each(["not json", "[1]", '{"nameEn":"no id"}', "null"])(
  "versions that are none (%s) are refused",
  (seen) => {
    const form = typed({ code: "SEEN", reporters: "village", atMost: "", seen });
    expect(SaveElement.safeParse(form).success).toBe(false);
  },
);
