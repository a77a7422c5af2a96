import { afterAll, describe, expect, it } from "vitest";
import { closeDatabase, withScope } from "@/db/client";
import { makeDistrict } from "@/db/testing/factories";
import { actorFor } from "@/lib/access/testing";
import { applyChange } from "@/lib/changes/apply";
import { newChange } from "@/lib/changes/new-change";
import { reportId } from "./record-id";
import { districtThatReports, valuesOf, versionsOf, writeReport } from "./testing";
import { valuesDigest } from "./values-digest";

const at = districtThatReports();
afterAll(closeDatabase);
const monthsOf = (district = at.here.districtId) => at.db.owner`
  select e.code, m.period, m.total::int as total, m.reporters from district_months m
  join data_elements e on e.number = m.element_number where m.district_id = ${district} order by e.code, m.period`;
const wrongSums = async () => (await at.db.owner`select rebuild_district_months()::int as wrong`)[0]?.wrong;

it("names the values of a report alike on the phone and in the database", async () => {
  const values = { MR1: null, ANC4: 0, ANC1: 12, ANC1_12W: 3 };
  const entries = Object.fromEntries(Object.entries(values).map(([code, value]) => [`value.${code}`, value]));
  const { change } = await writeReport(at, at.reporter, entries);
  const [row] = await at.db.owner`select digest from reports where id = ${change.subject}`;
  expect(row?.digest).toBe(await valuesDigest(values));
  const [empty] = await at.db.owner`select values_digest('{}') as digest`;
  expect(empty?.digest).toBe(await valuesDigest({}));
});

describe("a submitted report", () => {
  it("becomes values and sums; what is not known and what nobody lists become neither", async () => {
    const { answer } = await writeReport(at, at.reporter, {
      "value.ANC1": 4,
      "value.ANC4": 0,
      "value.MR1": null,
      "value.OTHER": 9,
    });
    expect(answer.status).toBe("accepted");
    expect(await valuesOf(at)).toMatchObject([
      { code: "ANC1", value: 4, status: 1 },
      { code: "ANC4", value: 0, status: 1 },
    ]);
    expect(await monthsOf()).toMatchObject([
      { code: "ANC1", total: 4, reporters: 1 },
      { code: "ANC4", total: 0, reporters: 1 },
    ]);
  });

  it("counts only while it is submitted and stands, and never twice", async () => {
    const { change } = await writeReport(at, at.reporter, { submitted: false, "value.ANC1": 4 });
    expect(await valuesOf(at)).toEqual([]);
    const seen = await versionsOf(at, change.subject);
    await writeReport(at, at.reporter, { submitted: true }, seen);
    await applyChange(at.reporter, change);
    expect(await monthsOf()).toMatchObject([{ total: 4, reporters: 1 }]);
    await writeReport(at, at.reporter, { "value.ANC1": null }, await versionsOf(at, change.subject));
    expect(await monthsOf()).toEqual([]);
    await writeReport(at, at.reporter, { "value.ANC1": 6 }, await versionsOf(at, change.subject));
    const step = (operation: "delete" | "undelete") =>
      applyChange(
        at.reporter,
        newChange({
          type: "report",
          operation,
          subject: change.subject,
          place: at.village,
          madeAt: new Date(),
        }),
      );
    await step("delete");
    expect(await valuesOf(at)).toEqual([]);
    expect(await monthsOf()).toEqual([]);
    await step("undelete");
    expect(await monthsOf()).toMatchObject([{ total: 6, reporters: 1 }]);
    expect(await wrongSums()).toBe(0);
  });

  it("is one record for two phones; where they differ the first stands and a person decides", async () => {
    const { change } = await writeReport(at, at.reporter, { "value.ANC1": 4, "value.ANC4": 2 });
    const colleague = actorFor({ role: "health_centre", villageIds: [at.village] });
    const { answer } = await writeReport(at, colleague, {
      "value.ANC1": 4,
      "value.ANC4": 3,
      "value.MR1": 1,
    });
    expect(answer).toMatchObject({ status: "conflict", conflicts: ["value.ANC4"] });
    expect(await valuesOf(at)).toMatchObject([
      { code: "ANC1", value: 4 },
      { code: "ANC4", value: 2 },
      { code: "MR1", value: 1 },
    ]);
    const decided = newChange({
      type: "report",
      operation: "resolve",
      subject: change.subject,
      place: at.village,
      fields: { "value.ANC4": 3 },
      madeAt: new Date(),
    });
    expect((await applyChange(at.office, decided)).status).toBe("accepted");
    expect(await monthsOf()).toMatchObject([{ total: 4 }, { code: "ANC4", total: 3 }, { total: 1 }]);
  });

  it("keeps each source of one month apart", async () => {
    await writeReport(at, at.reporter, { "value.ANC1": 4 });
    await writeReport(at, at.office, { source: "survey", "value.ANC1": 7 });
    expect(await valuesOf(at)).toMatchObject([{ value: 4 }, { value: 7 }]);
    expect(await monthsOf()).toHaveLength(2);
  });

  it("adds up when many write at the same moment", async () => {
    const villages = at.here.villageIds;
    const writes = villages.flatMap((id) =>
      [202607, 202608, 202609].map(async (period) => {
        const key = { reporterKind: "village", reporterId: id, period, source: "village" } as const;
        const fields = { ...key, submitted: true, "value.PENTA3": 2, "value.ANC1": 1 };
        const given = {
          type: "report",
          subject: await reportId(key),
          place: id,
          fields,
          madeAt: new Date(),
        } as const;
        return applyChange(at.office, newChange(given));
      }),
    );
    for (const { status } of await Promise.all(writes)) expect(status).toBe("accepted");
    expect(await monthsOf()).toHaveLength(6);
    for (const { total, code } of await monthsOf()) expect(total).toBe(code === "ANC1" ? 3 : 6);
    expect(await wrongSums()).toBe(0);
  });
});

it("a village's values and the sums follow it into another district; the rebuild finds nothing wrong", async () => {
  const other = await makeDistrict(at.db.owner);
  await writeReport(at, at.reporter, { "value.ANC1": 4 });
  await writeReport(at, at.office, { reporterId: at.village, period: 202609, "value.ANC1": 1 });
  await at.db.owner`update places set district_id = ${other.districtId} where id = ${at.village}`;
  const administrator = actorFor({ role: "administrator", nation: true });
  await withScope(administrator.scope, (tx) =>
    tx.execute(`select move_village_records('${at.village}', '${other.districtId}')`),
  );
  expect(await valuesOf(at)).toEqual([]);
  expect(await monthsOf()).toEqual([]);
  expect(await monthsOf(other.districtId)).toMatchObject([
    { period: 202609, total: 1 },
    { period: 202610, total: 4 },
  ]);
  expect(await wrongSums()).toBe(0);
  await at.db.owner`update district_months set total = 99 where district_id = ${other.districtId}`;
  expect(await wrongSums()).toBe(2);
  expect(await wrongSums()).toBe(0);
});

it("administrators change what is counted; the same code is the same element for all of them", async () => {
  const administrator = actorFor({ role: "administrator", nation: true });
  const [row] = await at.db.owner`select id from data_elements where code = 'ANC1'`;
  const edit = newChange({
    type: "dataElement",
    subject: row?.id,
    place: null,
    fields: { nameEn: "First visits" },
    madeAt: new Date(),
  });
  const whole = {
    ...edit,
    fields: {
      code: "ANC1",
      nameLo: "ຝາກທ້ອງ",
      nameEn: "First visits",
      group: "antenatal",
      reporters: ["village"],
      position: 1,
      active: true,
    },
  };
  expect((await applyChange(administrator, whole)).status).toBe("accepted");
  const [after] = await at.db.owner`select name_en, number from data_elements where code = 'ANC1'`;
  expect(after).toEqual({ name_en: "First visits", number: 1 });
});
