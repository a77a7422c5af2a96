import { randomUUID } from "node:crypto";
import { createTranslator } from "next-intl";
import { afterAll, beforeEach, describe, expect, it, vi } from "vitest";
import { closeDatabase } from "@/db/client";
import { makeDistrict } from "@/db/testing/factories";
import { actorFor } from "@/lib/access/testing";
import { applyChange } from "@/lib/changes/apply";
import { newChange } from "@/lib/changes/new-change";
import { startClockAt } from "@/lib/clock";
import { csv } from "@/lib/csv";
import { loadMessages } from "@/lib/i18n/load";
import { districtThatReports, writeReport } from "@/lib/indicators/testing";
import { readChoices } from "./choices";
import { comparedDistricts } from "./district-queries";
import { districtTrends } from "./trend-queries";
import { villageFileRows } from "./village-file";
import { villageLines } from "./village-lines";
import { comparedVillages } from "./village-queries";
import { comparisonWords } from "./words";

vi.mock("next-intl/server", () => ({
  getTranslations: async ({ locale, namespace }: { locale: "lo" | "en"; namespace: never }) =>
    createTranslator({ locale, namespace, messages: loadMessages(locale) as never }),
}));

const at = districtThatReports();
afterAll(closeDatabase);
beforeEach(() => startClockAt("2026-11-20T05:00:00Z"));

const compare = (indicator: string | null, actor = at.office) =>
  comparedVillages(actor, { districtId: at.here.districtId, indicator });

async function workshopOn(startDate: string) {
  const team = actorFor({ role: "facilitator", districtIds: [at.here.districtId] });
  const fields = { module: "3", level: "village", startDate } as const;
  await applyChange(team, newChange({ type: "workshop", place: at.village, fields, madeAt: new Date() }));
}

async function months(periods: readonly number[], values: Record<`value.${string}`, number>) {
  for (const period of periods) await writeReport(at, at.office, { period, ...values });
}

describe("villages of a district by an indicator", () => {
  it("are those with a workshop or a report, with k of n, before and since, and the last report", async () => {
    await workshopOn("2026-08-10");
    await months([202606, 202607, 202609, 202610], { "value.LIVE_BIRTHS": 4, "value.BIRTHS_REG": 3 });
    const { villages, indicator, end } = await compare("BIRTH_REG");
    expect([indicator.code, end]).toEqual(["BIRTH_REG", 202610]);
    expect(villages).toMatchObject([
      {
        id: at.village,
        mark: "nodata",
        firstWorkshop: "2026-08-10",
        lastReport: 202610,
        shown: { k: 12, n: 16, remarks: ["unstable", "incomplete"] },
        since: { before: { k: 6, n: 8, months: 2 }, after: { k: 6, n: 8, months: 2 } },
        trust: null,
      },
    ]);
  });

  it("take the volunteers' own count only, and the first indicator when none such is there", async () => {
    await months([202610], { "value.ANC1": 2 });
    await writeReport(at, at.office, { source: "survey", period: 202610, "value.ANC1": 50 });
    const { villages, indicator } = await compare("NO_SUCH");
    expect(indicator.code).toBe("ANC1_COV");
    expect(villages).toMatchObject([{ shown: { k: 2, n: null, remarks: ["incomplete", "noDenominator"] } }]);
  });

  it("know the main group, the health centre and the way there from the newest profile and catchment", async () => {
    const centre = randomUUID();
    await at.db.owner`insert into facilities (id, type, name_lo, code, district_id, village_id, source)
      values (${centre}, 'health_centre_a', 'ສຸກສາລາ', ${centre.slice(0, 8)}, ${at.here.districtId}, ${at.village}, 'test')`;
    await at.db
      .owner`insert into catchments (facility_id, district_id, village_id, valid_from, travel_min_dry)
      values (${centre}, ${at.here.districtId}, ${at.village}, '2025-01-01', 45)`;
    await at.db
      .owner`insert into village_profiles (id, district_id, village_id, created_by, updated_by, date, source, ethnic_groups, wet_access)
      select gen_random_uuid(), ${at.here.districtId}, ${at.village}, ${centre}, ${centre}, d.date, 'test', d.groups::jsonb, d.wet from
      (values ('2025-01-01'::date, '[{"group":"lao","people":9}]', 'road'), ('2026-01-01', '[{"group":"lao","people":9},{"group":"khmu","people":30}]', 'foot'))
      as d(date, groups, wet)`;
    await workshopOn("2026-08-10");
    expect((await compare(null)).villages).toMatchObject([
      { mainGroup: { id: "khmu" }, wetAccess: "foot", centre: { code: centre.slice(0, 8), minutesDry: 45 } },
    ]);
  });

  it("bring the lines of villages that were imported, and leave out villages that are over", async () => {
    const square = {
      type: "Polygon",
      coordinates: [
        [
          [102, 18],
          [102.1, 18],
          [102.1, 18.1],
          [102, 18],
        ],
      ],
    };
    await at.db.owner`insert into place_boundaries (place_id, geometry, source, credit, valid_from)
      values (${at.village}, ${at.db.owner.json(square)}, 'test', 'test', '2026-01-01')`;
    expect((await compare(null)).outlines).toEqual([square]);
    await workshopOn("2026-08-10");
    await at.db.owner`update places set valid_to = '2026-10-01' where id = ${at.village}`;
    expect(await compare(null)).toMatchObject({ villages: [], outlines: [] });
  });

  it("say nothing of deaths but to those who report, of trust but to those who read it, and nothing to another district", async () => {
    await months([202610], { "value.DEATH_U5": 1 });
    const governor = actorFor({ role: "governor_office", districtIds: [at.here.districtId] });
    expect((await compare("DEATH_0_4", governor)).indicator.code).toBe("ANC1_COV");
    expect((await compare("DEATH_0_4")).indicator.code).toBe("DEATH_0_4");
    const province = actorFor({ role: "province", districtIds: [at.here.districtId] });
    expect((await compare(null, province)).trustScale).toBeNull();
    const other = await makeDistrict(at.db.owner);
    const stranger = actorFor({ role: "governor_office", districtIds: [other.districtId] });
    await expect(compare(null, stranger)).rejects.toMatchObject({ code: "forbidden" });
    const partner = actorFor({ role: "partner", districtIds: [at.here.districtId] });
    await expect(compare(null, partner)).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("trends of a district", () => {
  it("draw each catchment by its health centre's months, and keep deaths and other districts out", async () => {
    const centre = randomUUID();
    await at.db.owner`insert into facilities (id, type, name_lo, district_id, village_id, source)
      values (${centre}, 'health_centre_a', 'ສຸກສາລາ', ${at.here.districtId}, ${at.village}, 'test')`;
    await at.db.owner`insert into catchments (facility_id, district_id, village_id, valid_from)
      values (${centre}, ${at.here.districtId}, ${at.village}, '2025-01-01')`;
    await workshopOn("2026-08-10");
    const month = { reporterKind: "facility", reporterId: centre, source: "facility" } as const;
    const births = { "value.LIVE_BIRTHS": 4, "value.BIRTHS_REG": 3 };
    await writeReport(at, at.office, { ...month, period: 202609, ...births });
    await months([202609], births);
    const { indicator } = await compare("BIRTH_REG");
    const trends = (one = indicator, actor = at.office) =>
      districtTrends(actor, { districtId: at.here.districtId, indicator: one });
    const { catchments, aligned, beside } = await trends();
    expect(catchments).toMatchObject([
      { id: centre, villages: 1, drawn: { unit: "share", workshop: 21, run: { status: "too-early" } } },
    ]);
    expect(catchments[0]?.pairs.at(-2)).toEqual({ k: 3, n: 4 });
    expect(catchments[0]?.year.rate).toMatchObject({ k: 3, n: 4, months: 1 });
    expect(aligned).toMatchObject({ villages: 1, short: 1 });
    expect(beside.find(({ group, window }) => group === "connect" && window === "last")?.line).toMatchObject({
      k: 3,
      n: 4,
    });
    const deaths = { ...indicator, teamOnly: true };
    const governor = actorFor({ role: "governor_office", districtIds: [at.here.districtId] });
    expect(await trends(deaths, governor)).toMatchObject({ catchments: [], beside: [] });
    const other = await makeDistrict(at.db.owner);
    const stranger = actorFor({ role: "governor_office", districtIds: [other.districtId] });
    await expect(trends(indicator, stranger)).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("districts of a province", () => {
  it("are those the actor reviews, by health centres' sums, and nobody else's", async () => {
    const centre = randomUUID();
    await at.db.owner`insert into facilities (id, type, name_lo, district_id, village_id, source)
      values (${centre}, 'health_centre_a', 'ສຸກສາລາ', ${at.here.districtId}, ${at.village}, 'test')`;
    const month = { reporterKind: "facility", reporterId: centre, source: "facility" } as const;
    const births = { "value.LIVE_BIRTHS": 4, "value.BIRTHS_REG": 3 };
    await writeReport(at, at.office, { ...month, period: 202609, ...births });
    await months([202609], births);
    const other = await makeDistrict(at.db.owner);
    const province = actorFor({ role: "province", districtIds: [at.here.districtId, other.districtId] });
    const compared = await comparedDistricts(province, "BIRTH_REG");
    expect(compared?.districts.map(({ id, shown }) => [id, shown.k, shown.n])).toEqual(
      expect.arrayContaining([
        [at.here.districtId, 3, 4],
        [other.districtId, null, null],
      ]),
    );
    const alone = actorFor({ role: "governor_office", districtIds: [other.districtId] });
    expect((await comparedDistricts(alone, "BIRTH_REG"))?.districts).toMatchObject([
      { id: other.districtId },
    ]);
    const partner = actorFor({ role: "partner", nation: true });
    await expect(comparedDistricts(partner, null)).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("the file of what is shown", () => {
  it("has the lines of the page in its order, what was chosen and the day, and runs no formula", async () => {
    await at.db.owner`update places set name_lo = '=1+1' where id = ${at.here.districtId}`;
    await months([202609, 202610], { "value.LIVE_BIRTHS": 12, "value.BIRTHS_REG": 9 });
    const comparison = await compare("BIRTH_REG");
    const words = await comparisonWords("en");
    const lines = villageLines(comparison.villages, comparison.indicator, words);
    expect(lines[0]?.rate).toBe("18 of 24 · 75% (55–88%)");
    const district = { nameLo: "=1+1", nameEn: "" };
    const choices = readChoices({ workshop: "no", sort: "lowest" });
    const rows = villageFileRows({ comparison, lines, choices, district, on: "2026-11-20", words });
    const at8 = rows[0]?.indexOf("k") as number;
    expect(rows[1]?.slice(at8, at8 + 6)).toEqual([18, 24, 75, 55, 88, 2]);
    const text = csv(rows);
    expect(text).toContain("District,'=1+1");
    expect(text).toContain("Filters,Workshop: not yet");
    expect(text).toContain("Made on,20 November 2026");
  });
});
