import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeDatabase } from "@/db/client";
import { seedReference } from "@/db/seed/reference";
import { type TestDatabase, testDatabase } from "@/db/testing/database";
import { makeDistrict, type TestDistrict } from "@/db/testing/factories";
import { actorFor } from "@/lib/access/testing";
import { today } from "@/lib/clock";
import { addMonths, lastFullMonth } from "@/lib/indicators/months";
import { evaluationOf } from "./queries";
import { servicesOf } from "./services-queries";

let db: TestDatabase;
let here: TestDistrict;
/** Of the workshops; the years before and after are over. */
const year = Number(today().slice(0, 4)) - 2;
const ministry = actorFor({ role: "ministry", nation: true });
const province = () => actorFor({ role: "province", districtIds: [here.districtId] });
const asked = { indicator: "EIBF", within: "T1", year };

// Table B of statistics.md §4: n and Σy of four villages without and four with a workshop, before and after.
const table = {
  u0: [30, 126, 25, 95, 20, 92, 28, 120],
  u1: [22, 99, 20, 80, 15, 72, 20, 88],
  e0: [35, 150, 24, 98, 18, 83, 30, 117],
  e1: [25, 139, 18, 88, 14, 82, 22, 106],
} as const;

const put = (village: string, element: string, period: number, value: number, kind = 1) => db.owner`
  insert into data_values (district_id, reporter_kind, reporter_id, element_number, period, source, value, status)
  select ${here.districtId}, ${kind}, ${village}, number, ${period}, ${kind}, ${value}, 2 from data_elements where code = ${element}`;

const hold = (village: string, start: string, status = "done") => db.owner`
  insert into workshops (id, district_id, village_id, created_by, updated_by, module, level, status, start_date)
  values (gen_random_uuid(), ${here.districtId}, ${village}, ${ministry.userId}, ${ministry.userId}, '3', 'village', ${status}, ${start})`;

beforeAll(async () => {
  db = await testDatabase();
  await seedReference(db.owner);
  here = await makeDistrict(db.owner, 10);
  await db.owner`update places set code = 'T1' where id = ${here.districtId}`;
  const ids = here.villageIds as string[];
  for (const at of [0, 1, 2, 3]) {
    for (const [cell, village, period] of [
      ["u0", ids[at], (year - 1) * 100 + 2],
      ["u1", ids[at], (year + 1) * 100 + 2],
      ["e0", ids[at + 4], (year - 1) * 100 + 2],
      ["e1", ids[at + 4], (year + 1) * 100 + 2],
    ] as const) {
      await put(village as string, "LIVE_BIRTHS", period, table[cell][at * 2] as number);
      await put(village as string, "EIBF", period, table[cell][at * 2 + 1] as number);
    }
    await hold(ids[at + 4] as string, `${year}-02-1${at}`);
    // A month without its denominator says nothing.
    await put(ids[at + 4] as string, "EIBF", (year + 1) * 100 + 1, 900);
  }
  // Begun in another year, or only begun: in neither group.
  await hold(ids[8] as string, `${year + 1}-03-01`);
  await hold(ids[9] as string, `${year}-05-01`, "under_way");
  for (const at of [8, 9])
    for (const element of ["EIBF", "LIVE_BIRTHS"])
      await put(ids[at] as string, element, (year + 1) * 100 + 2, 500);
});
afterAll(async () => {
  await closeDatabase();
  await db.drop();
});

describe("services before and after", () => {
  it("gives the difference-in-difference of statistics.md §4 from villages' own counts", async () => {
    const { services } = await evaluationOf(ministry, asked);
    const { uptake } = services.told ?? {};
    expect(uptake?.difference).toMatchObject({ status: "ok", villages: 8 });
    expect(uptake?.difference.estimate).toBeCloseTo(0.86753476, 7);
    expect(uptake?.difference.lo).toBeCloseTo(0.54943036, 7);
    expect(uptake?.difference.hi).toBeCloseTo(1.1856392, 6);
    expect(uptake?.connect.before.cellSizes).toEqual([107]);
    expect(uptake?.others.after.cellSizes).toEqual([77]);
  });

  it("lays villages over each other by their workshop, those beside them by the middle of it", async () => {
    const { told, years } = (await evaluationOf(province(), asked)).services;
    const { connect, others } = told ?? {};
    expect(await servicesOf(ministry, asked)).toBe(await servicesOf(ministry, asked));
    expect(connect).toMatchObject({ villages: 4, short: 0 });
    expect(others).toMatchObject({ villages: 4 });
    const at = (offset: number) => connect?.months.find((month) => month.offset === offset);
    // 139/25, 88/18, 82/14, 106/22: the middle of the two middle ones.
    expect(at(12)).toMatchObject({ villages: 4 });
    expect(at(12)?.median).toBeCloseTo((139 / 25 + 88 / 18) / 2, 9);
    expect(at(0)).toMatchObject({ median: null, villages: 0 });
    expect(others?.months.find(({ offset }) => offset === -12)).toMatchObject({ villages: 4 });
    expect(years).toEqual([
      [year + 1, 1],
      [year, 4],
    ]);
  });

  it("counts by village and month what has no denominator of its own", async () => {
    const { services } = await evaluationOf(ministry, { ...asked, indicator: "ANC1_COV" });
    expect(services.told?.uptake).toMatchObject({
      unit: "count",
      difference: { status: "empty-cell", estimate: null },
    });
  });

  it("is nothing where no village began", async () => {
    await db.owner`update places set code = 'T2' where id = ${(await makeDistrict(db.owner)).districtId}`;
    const none = await evaluationOf(ministry, { ...asked, within: "T2" });
    expect(none.services).toMatchObject({
      years: [],
      told: { connect: { villages: 0 } },
      within: { code: "T2" },
    });
    expect(none.centres.lines).toEqual([]);
    expect(none.trust).toEqual([]);
  });

  it("reads again only where something was written", async () => {
    const before = await servicesOf(ministry, asked);
    const village = here.villageIds[0] as string;
    await put(village, "ANC1", (year - 1) * 100 + 3, 7);
    const after = await servicesOf(ministry, asked);
    expect(after).not.toBe(before);
    expect(after).toEqual(before);
    await put(village, "EIBF", (year - 1) * 100 + 3, 7);
    await put(village, "LIVE_BIRTHS", (year - 1) * 100 + 3, 7);
    expect((await servicesOf(ministry, asked)).told?.uptake.others.before.cellSizes).toEqual([110]);
  });

  it("knows no place outside, and nobody else reads it", async () => {
    await expect(evaluationOf(province(), { ...asked, within: "T2" })).rejects.toMatchObject({
      code: "not_found",
    });
    for (const role of ["governor_office", "facilitator", "partner", "administrator", "mentor"] as const)
      await expect(
        evaluationOf(actorFor({ role, districtIds: [here.districtId] }), asked),
      ).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("health centres since they have mentees", () => {
  it("counts those that increased of those for which it can be said, by each outcome", async () => {
    const since = `${year}-06-10`;
    const add = async (name: string, type: string, before: number, after: number) => {
      const [row] = await db.owner<{ id: string }[]>`
        insert into facilities (id, type, name_lo, name_en, district_id, source)
        values (gen_random_uuid(), ${type}, ${name}, ${name}, ${here.districtId}, 'test') returning id`;
      const id = row?.id as string;
      await db.owner`
        insert into mentees (id, district_id, created_by, updated_by, name, profession, track, facility_id, from_date, status)
        values (gen_random_uuid(), ${here.districtId}, ${ministry.userId}, ${ministry.userId}, 'x', 'midwife', 'new', ${id}, ${since}, 'active')`;
      for (const month of [1, 2, 3]) {
        await put(id, "ANC4", year * 100 + month, before, 2);
        await put(id, "ANC4", addMonths(lastFullMonth(today()), -month), after, 2);
      }
    };
    await add("a", "health_centre_a", 4, 6);
    await add("b", "health_centre_b", 4, 4);
    await add("hospital", "district_hospital_a", 1, 9);
    const { centres } = await evaluationOf(province(), asked);
    expect(centres.lines).toMatchObject([
      { area: null, centres: 2, improved: { ANC4: { k: 1, n: 2 }, EIBF: { k: 0, n: 0, p: null } } },
    ]);
  });
});
