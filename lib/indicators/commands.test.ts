import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, it } from "vitest";
import { closeDatabase } from "@/db/client";
import { makeDistrict } from "@/db/testing/factories";
import type { Role } from "@/lib/access/roles";
import { actorFor } from "@/lib/access/testing";
import { RecordFigure, recordFigure, verifyReport } from "./commands";
import { reportForOffice } from "./report-queries";
import { districtThatReports, valuesOf, writeReport } from "./testing";

const at = districtThatReports();
afterAll(closeDatabase);

const inDistrict = (role: Role) => actorFor({ role, districtIds: [at.here.districtId] });

describe("verifying a month's report", () => {
  const asked = async () => {
    const { change } = await writeReport(at, at.reporter, { "value.ANC1": 3 });
    const { digest } = await reportForOffice(at.office, change.subject);
    const made = { changeId: randomUUID(), subject: randomUUID(), verdict: "verified" } as const;
    return { ...made, reportId: change.subject, seen: digest };
  };

  it.each(["facilitator", "governor_office", "health_centre", "province"] as const)(
    "is not for the %s, also with other values in hand",
    async (role) => {
      const input = await asked();
      await expect(verifyReport(inDistrict(role), input)).rejects.toMatchObject({ code: "forbidden" });
      const other = { ...input, seen: "0".repeat(64) };
      await expect(verifyReport(inDistrict(role), other)).rejects.toMatchObject({ code: "forbidden" });
      expect(await valuesOf(at)).toMatchObject([{ status: 1 }]);
    },
  );

  it("is not for another district's office, for which there is no such report", async () => {
    const there = await makeDistrict(at.db.owner);
    const stranger = actorFor({ role: "health_office", districtIds: [there.districtId] });
    await expect(verifyReport(stranger, await asked())).rejects.toMatchObject({ code: "not_found" });
    expect(await valuesOf(at)).toMatchObject([{ status: 1 }]);
  });
});

describe("how many people an indicator counts among", () => {
  const form = (more: object = {}) => ({
    changeId: randomUUID(),
    subject: randomUUID(),
    place: at.village,
    kind: "live_births",
    year: "2026",
    value: "21",
    method: "enumerated",
    asOf: "2026-01-31",
    ...more,
  });
  const figures = () =>
    at.db
      .owner`select value from population_figures where district_id = ${at.here.districtId} order by value`;

  it("is recorded by the health office and by the village's own reporter, once each", async () => {
    const input = RecordFigure.parse(form());
    await recordFigure(at.office, input);
    await recordFigure(at.office, input);
    await recordFigure(at.reporter, RecordFigure.parse(form({ value: "22" })));
    expect(await figures()).toEqual([{ value: 21 }, { value: 22 }]);
  });

  it.each(["facilitator", "governor_office", "mentor"] as const)("not by the %s", async (role) => {
    await expect(recordFigure(inDistrict(role), RecordFigure.parse(form()))).rejects.toMatchObject({
      code: "forbidden",
    });
    expect(await figures()).toEqual([]);
  });

  it("not for a place of others", async () => {
    const there = await makeDistrict(at.db.owner);
    const elsewhere = RecordFigure.parse(form({ place: there.villageIds[0] }));
    for (const actor of [at.office, at.reporter])
      await expect(recordFigure(actor, elsewhere)).rejects.toMatchObject({ code: "forbidden" });
    const neighbour = RecordFigure.parse(form({ place: at.here.villageIds[1] }));
    await expect(recordFigure(at.reporter, neighbour)).rejects.toMatchObject({ code: "forbidden" });
    expect(await figures()).toEqual([]);
  });

  it.each([{ value: "-1" }, { value: "many" }, { year: "26" }, { asOf: "31.1.2026" }, { kind: "people" }])(
    "is refused as %j",
    (wrong) => expect(RecordFigure.safeParse(form(wrong)).success).toBe(false),
  );
});
