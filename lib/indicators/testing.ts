import { afterAll, beforeAll, beforeEach } from "vitest";
import { seedReference } from "@/db/seed/reference";
import { type TestDatabase, testDatabase } from "@/db/testing/database";
import { makeDistrict, type TestDistrict } from "@/db/testing/factories";
import type { Actor } from "@/lib/access/actor";
import { actorFor } from "@/lib/access/testing";
import { applyChange } from "@/lib/changes/apply";
import { newChange } from "@/lib/changes/new-change";
import type { FieldsOf } from "@/lib/changes/registry";
import { reportId } from "./record-id";

type Here = { db: TestDatabase; here: TestDistrict; village: string; office: Actor; reporter: Actor };

/** A database with what is counted (its user closes the connections to it), and before each test a district of its own with an office and a village reporter. */
export function districtThatReports(): Here {
  const given = {} as Here;
  beforeAll(async () => {
    given.db = await testDatabase();
    await seedReference(given.db.owner);
  });
  afterAll(() => given.db.drop());
  beforeEach(async () => {
    given.here = await makeDistrict(given.db.owner, 3);
    given.village = given.here.villageIds[0] as string;
    given.office = actorFor({ role: "health_office", districtIds: [given.here.districtId] });
    given.reporter = actorFor({ role: "health_centre", villageIds: [given.village] });
  });
  return given;
}

type Month = Partial<FieldsOf<"report">>;

/** A village's month as a person sends it: whole when it is new, else only what they set on what they had seen. */
export async function writeReport(
  { village }: Here,
  actor: Actor,
  fields: Month,
  seen: Readonly<Record<string, string>> = {},
) {
  const key = {
    reporterKind: "village",
    reporterId: village,
    period: 202610,
    source: "village",
    ...fields,
  } as const;
  const subject = await reportId(key);
  const all = Object.keys(seen).length ? fields : { ...key, submitted: true, ...fields };
  const given = {
    type: "report",
    subject,
    place: village,
    fields: all,
    base: seen,
    madeAt: new Date(),
  } as const;
  const change = newChange(given);
  return { answer: await applyChange(actor, change), change };
}

export const valuesOf = ({ db, here }: Here, district = here.districtId) => db.owner`
  select e.code, v.period, v.value, v.status from data_values v
  join data_elements e on e.number = v.element_number where v.district_id = ${district} order by e.code, v.period, v.source`;

/** What the merge knows of a report: the version of each field, as its next writer has seen them. */
export const versionsOf = async ({ db }: Here, id: string) =>
  (await db.owner`select versions from subjects where id = ${id}`)[0]?.versions as Record<string, string>;
