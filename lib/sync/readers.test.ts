import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { type TestDatabase, testDatabase } from "@/db/testing/database";
import { makeDistrict, type TestDistrict } from "@/db/testing/factories";
import type { Actor } from "@/lib/access/actor";
import { actorFor } from "@/lib/access/testing";
import { applyChange } from "@/lib/changes/apply";
import { identityOf } from "@/lib/changes/identity";
import { newChange } from "@/lib/changes/new-change";
import { changesSince } from "./outgoing";

let server: TestDatabase;
let here: TestDistrict;
let village: string;
let report: string;

beforeAll(async () => {
  server = await testDatabase();
  here = await makeDistrict(server.owner);
  village = here.villageIds[0] as string;
  const about = { reporterKind: "village", reporterId: village, period: 202610, source: "village" } as const;
  const subject = await identityOf("report", about);
  const fields = { ...about, submitted: true, "value.DEATH_0_4": 1 };
  const change = newChange({ type: "report", subject, place: village, fields, madeAt: new Date() });
  const reporter = actorFor({ role: "health_centre", villageIds: [village] });
  expect((await applyChange(reporter, change)).status).toBe("accepted");
  report = change.subject;
});
afterAll(async () => {
  await closeDatabase();
  await server.drop();
});

/** Other test files' transactions hold back what may be pulled; they end soon. */
async function pulled(actor: Actor) {
  const [row] = await server.owner`select max(xid)::text as xid from changes`;
  await expect
    .poll(
      async () => {
        const [now] =
          await server.owner`select pg_snapshot_xmin(pg_current_snapshot()) > ${row?.xid}::xid8 as past`;
        return now?.past;
      },
      { timeout: 25_000 },
    )
    .toBe(true);
  return changesSince(actor, { district: here.districtId });
}

test.each([
  ["its health centre or village reporter", "health_centre", "village", true],
  ["the health office", "health_office", "district", true],
  ["a reporter of another village", "health_centre", "other", false],
  ["a facilitator", "facilitator", "district", false],
  ["the governor", "governor_office", "district", false],
] as const)("a month's report and its deaths reach %s: %#", async (_, role, where, given) => {
  const reach = {
    village: { villageIds: [village] },
    other: { villageIds: [here.villageIds[1] as string] },
    district: { districtIds: [here.districtId] },
  };
  const { changes } = await pulled(actorFor({ role, ...reach[where] }));
  expect(changes.map(({ subject }) => subject)).toEqual(given ? [report] : []);
  expect(JSON.stringify(changes).includes("DEATH_0_4")).toBe(given);
});

test("another role at the same place reads the place anew", async () => {
  const grant = async (role: "facilitator" | "health_office") =>
    (await changesSince(actorFor({ role, districtIds: [here.districtId] }), {})).districts[0]?.grant;
  expect(await grant("facilitator")).not.toBe(await grant("health_office"));
});
