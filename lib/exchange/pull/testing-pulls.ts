import { randomUUID } from "node:crypto";
import type { Sql } from "postgres";
import { afterEach, beforeAll, beforeEach, vi } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { actorFor } from "@/lib/access/testing";
import { startClockAt } from "@/lib/clock";
import type { districtThatReports } from "@/lib/indicators/testing";
import { makeFacility } from "../testing-imports";
import { pullRunPage } from "./queries";
import { askPull } from "./run-commands";
import { type PullTools, pullDue } from "./runner";
import { PullForm } from "./schema";
import { setPull } from "./setting-commands";
import { type Dhis2Value, type TestDhis2, testDhis2, testToken } from "./testing-dhis2";

/** An administrator of the country with an account, as whom a run is done. */
export async function administratorWith(owner: Sql): Promise<Actor> {
  const [country] = await owner`select id from places where level = 'country' limit 1`;
  const placeId = country?.id ?? randomUUID();
  if (!country)
    await owner`insert into places ${owner({ id: placeId, level: "country", name_lo: "ລາວ", source: "test" })}`;
  const actor = actorFor({ role: "administrator", nation: true });
  const login = `admin.${actor.userId.slice(0, 8)}`;
  await owner`insert into users ${owner({ id: actor.userId, login, display_name: "Administrator" })}`;
  await owner`insert into assignments ${owner({ id: randomUUID(), user_id: actor.userId, role: "administrator", place_id: placeId, from_date: "2024-01-01" })}`;
  return actor;
}

type Given = Partial<Record<keyof PullForm, string>>;

/** The form as it is sent. */
export const pullForm = (address: string, over: Given = {}): PullForm =>
  PullForm.parse({
    changeId: randomUUID(),
    address,
    dataSets: "BfMAe6Itzgt",
    orgUnits: "DiszpKrYNg8",
    children: "on",
    unitScheme: "code",
    elementScheme: "code",
    strategy: "CREATE_AND_UPDATE",
    months: "2",
    rhythm: "daily",
    day: "1",
    hour: "3",
    token: testToken,
    ...over,
  });

export const unit = "DiszpKrYNg8";

type Pulls = {
  dhis2: TestDhis2;
  admin: Actor;
  /** Code of a health centre of the district. */
  code: string;
  /** Pauses made, in milliseconds. */
  waits: number[];
  tools: Partial<PullTools>;
};

/** A DHIS2, an administrator and a health centre of their own for each test, and nothing fetched yet. */
export function pullsOf(at: ReturnType<typeof districtThatReports>) {
  const given = {} as Pulls;
  beforeAll(() => vi.stubEnv("NEXTAUTH_SECRET", "a secret of thirty-two letters at least"));
  beforeEach(async () => {
    vi.stubEnv("DHIS2_ON_THIS_MACHINE", "true");
    startClockAt("2026-11-22T01:00:00Z");
    given.waits = [];
    given.tools = { wait: async (ms) => void given.waits.push(ms), random: () => 0 };
    given.dhis2 = await testDhis2();
    await at.db
      .owner`truncate value_pulls, value_pull_runs, value_pull_parts, value_imports, external_ids cascade`;
    given.admin = await administratorWith(at.db.owner);
    given.code = `HC${randomUUID().slice(0, 6)}`;
    const { code } = given;
    await makeFacility(at.db.owner, { districtId: at.here.districtId, villageId: at.village, code });
  });
  afterEach(() => given.dhis2.close());

  const journalOf = async (runId: string) => {
    const run = await pullRunPage(given.admin, runId);
    if (!run) throw new Error("no run");
    return run;
  };
  return Object.assign(given, {
    journalOf,
    give: (period: number, ...values: Partial<Dhis2Value>[]) =>
      given.dhis2.values.set(
        `${period} ${unit}`,
        values.map((one) => ({ dataElement: "ANC1", orgUnit: given.code, value: "1", ...one })),
      ),
    set: (over: Given = {}) => setPull(given.admin, pullForm(given.dhis2.address, over)),
    ask: async (kind: "hand" | "trial" = "hand") => {
      const runId = randomUUID();
      await askPull(given.admin, { runId, kind });
      await pullDue(given.tools);
      return journalOf(runId);
    },
    kept: async () => [
      ...(await at.db.owner`
        select e.code, d.period, d.value from data_values d join data_elements e on e.number = d.element_number
        where d.district_id = ${at.here.districtId} order by d.period, e.number`.values()),
    ],
    periods: () => given.dhis2.asked.map(({ query }) => query.get("period")),
  });
}
