import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, it } from "vitest";
import { closeDatabase } from "@/db/client";
import { makeDistrict } from "@/db/testing/factories";
import { actorFor } from "@/lib/access/testing";
import { chainFigures, RecordChain } from "./chain";
import { recordChain } from "./chain-commands";
import { chooseFigure } from "./denominators";
import { districtPeople } from "./people-queries";
import { districtThatReports } from "./testing";

const at = districtThatReports();
afterAll(closeDatabase);

const shares = {
  twin: 1.5,
  stillbirth: 2,
  pregnancyLoss: 3,
  neonatalMortality: 2.5,
  postNeonatalMortality: 2.4,
};

describe("the chain", () => {
  // The known answers of statistics §8, from R's cd2030.core, to whole people.
  it.each([
    [{ start: "anc1", counted: 980, coverage: 98 }, [1000, 958, 934, 889]],
    [{ start: "penta1", counted: 970, coverage: 97 }, [1071, 1026, 1000, 952]],
  ] as const)("from %j", (given, expected) => {
    const figures = chainFigures({ ...given, ...shares });
    expect(figures.map(({ value }) => value)).toEqual(expected);
  });
});

const form = (more: object = {}) => ({
  changeId: randomUUID(),
  place: at.here.districtId,
  start: "anc1",
  year: "2025",
  counted: "980",
  coverage: "98",
  survey: "a made-up survey, 2023",
  asOf: "2026-01-31",
  ...Object.fromEntries(Object.entries(shares).map(([name, value]) => [name, String(value)])),
  ...more,
});
const figuresOf = async () =>
  (await districtPeople(at.office, { districtId: at.here.districtId, since: 2024 })).figures;

describe("figures worked out from a service", () => {
  it("are recorded once each with their workings, and never serve the service they came from", async () => {
    const input = RecordChain.parse(form());
    await recordChain(at.office, input);
    await recordChain(at.office, input);
    const figures = await figuresOf();
    expect(figures.map(({ kind, value }) => [kind, value]).sort()).toEqual([
      ["expected_pregnancies", 1000],
      ["live_births", 958],
      ["second_year", 889],
      ["surviving_infants", 934],
    ]);
    expect(figures[0]?.source).toBe(
      "a made-up survey, 2023; ANC1 980 / 98 %; twin 1.5 %, stillbirth 2 %, pregnancyLoss 3 %, neonatalMortality 2.5 %, postNeonatalMortality 2.4 %",
    );
    const asked = { kind: "expected_pregnancies", year: 2025 } as const;
    expect(chooseFigure(figures, { ...asked, numerator: ["ANC1"] })).toBeNull();
    expect(chooseFigure(figures, { ...asked, numerator: ["ANC4"] })?.value).toBe(1000);
  });

  it.each(["facilitator", "governor_office", "mentor"] as const)("not by the %s", async (role) => {
    const actor = actorFor({ role, districtIds: [at.here.districtId] });
    await expect(recordChain(actor, RecordChain.parse(form()))).rejects.toMatchObject({ code: "forbidden" });
    expect(await figuresOf()).toEqual([]);
  });

  it("not for another district, nor read there", async () => {
    const there = await makeDistrict(at.db.owner);
    const elsewhere = RecordChain.parse(form({ place: there.districtId }));
    await expect(recordChain(at.office, elsewhere)).rejects.toMatchObject({ code: "forbidden" });
    expect(() => districtPeople(at.office, { districtId: there.districtId, since: 2024 })).toThrow(
      expect.objectContaining({ code: "forbidden" }),
    );
  });

  it.each([{ coverage: "0" }, { coverage: "101" }, { counted: "0" }, { survey: " " }, { twin: "-1" }])(
    "are refused with %j",
    (wrong) => expect(RecordChain.safeParse(form(wrong)).success).toBe(false),
  );
});
