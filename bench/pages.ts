import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { gunzipSync } from "node:zlib";
import { buildOnce } from "@/scripts/build";
import { type Application, startApplication, startFloor } from "./application";
import { databaseTime, forgetStatements } from "./database-time";
import { type FloorValues, floorStatements, floorValues } from "./floor";
import { round, share } from "./measure";
import { type MeasuredPage, measuredPages } from "./measured-pages";
import { dataDir, type Loaded, openNation } from "./nation-database";
import { type Measured, measuredPlaces } from "./offices";
import { readPage } from "./reading";

// Pages of the production build over HTTP, signed in: alone, with eight readers, against a bare server that runs
// bench/floor/*.sql and sends the same bytes, and over a tenth of the nation. All in turns, so that a busy machine troubles all alike.
const runs = 40;
/** Of what is kept: of forty readings, the second slowest would be the p95, and one pause of the machine would say it. */
const keptRuns = 120;
const warmUps = 20;
const ports = { nation: 3351, tenth: 3352, floor: 3353 } as const;
const limits = {
  aloneP95Ms: 60,
  readersP95Ms: 150,
  databaseRatio: 1.5,
  aboveFloorMs: 15,
  tenthRatio: 1.15,
  htmlKbGzip: 60,
};

type Side = Loaded & { places: Measured; application: Application };
type Sides = Readonly<{ nation: Side; tenth: Side; floor: Application; values: FloorValues }>;

async function openSide(size: "nation" | "tenth"): Promise<Side> {
  const loaded = await openNation(size);
  const places = await measuredPlaces(loaded.sql);
  return { ...loaded, places, application: await startApplication(loaded.server.appUrl, ports[size]) };
}

export async function measurePages() {
  await buildOnce(".next", dataDir);
  const [nation, tenth] = [await openSide("nation"), await openSide("tenth")];
  const floor = await startFloor(nation.server.ownerUrl, ports.floor);
  try {
    const sides = { nation, tenth, floor, values: await floorValues(nation.sql, nation.places) };
    const pages: Record<string, object> = {};
    for (const [name, page] of Object.entries(measuredPages)) {
      pages[name] = await measurePage(page, sides);
      console.error(name, JSON.stringify(pages[name]));
    }
    return { limits, loaded: await counts(nation), tenth: await counts(tenth), pages };
  } finally {
    for (const running of [nation.application, tenth.application, floor]) await running.stop();
    for (const { sql, server } of [nation, tenth]) {
      await sql.end();
      await server.stop();
    }
  }
}

async function counts({ sql, loadSeconds }: Side) {
  const [row] = await sql`
    select count(distinct district_id)::int as districts, (select count(*)::int from workshops where source is not null) as villages,
      (select count(*)::int from data_values) as "monthlyValues" from workshops`;
  return { ...row, loadSeconds };
}

const spread = (times: readonly number[]) => ({
  medianMs: round(share(times, 0.5)),
  p95Ms: round(share(times, 0.95)),
});

async function measurePage(page: MeasuredPage, { nation, tenth, floor, values }: Sides) {
  const asked = (side: Side) =>
    readPage(side.application.address + page.path(side.places), side.places.cookies[page.who]);
  const bare = page.floor && `${floor.address}/${page.floor}`;
  /** Somebody of this district wrote something meanwhile, or (null) what belongs to no district: what is kept of it no longer holds. */
  const afterChange = async (side: Side, district: string | null) => {
    await side.sql`insert into district_touches (district_id) values (coalesce(${district}::uuid, touched_nowhere()))`;
    return asked(side);
  };
  const [here, there] = [nation.places.district, tenth.places.district];
  for (let run = 0; run < warmUps; run++)
    await Promise.all([afterChange(nation, null), afterChange(tenth, null)]);
  const { body } = await asked(nation);
  if (page.floor && bare) {
    const statements = floorStatements(page.floor, values);
    await fetch(bare, { method: "PUT", body: JSON.stringify({ statements, body: body.toString("base64") }) });
    for (let run = 0; run < warmUps; run++) await readPage(bare, "");
  }
  const none = () => [] as number[];
  const times = {
    first: none(),
    full: none(),
    floor: none(),
    tenth: none(),
    changed: none(),
    tenthChanged: none(),
    readAnew: none(),
  };
  for (let run = 0; run < keptRuns; run++) {
    const reading = await asked(nation);
    times.first.push(reading.firstByteMs);
    times.full.push(reading.fullMs);
    if (bare) times.floor.push((await readPage(bare, "")).fullMs);
    times.tenth.push((await asked(tenth)).fullMs);
  }
  for (let run = 0; run < runs; run++) {
    times.changed.push((await afterChange(nation, here)).fullMs);
    times.tenthChanged.push((await afterChange(tenth, there)).fullMs);
  }
  // What is kept asks for nothing: only readings of everything say what the database does.
  await forgetStatements(nation.sql);
  for (let run = 0; run < runs; run++) {
    if (bare) times.floor.push((await readPage(bare, "")).fullMs);
    times.readAnew.push((await afterChange(nation, null)).fullMs);
  }
  const database = await databaseTime(nation.sql, runs);
  const [full, least, small] = [spread(times.full), spread(times.floor), spread(times.tenth)];
  const [changed, smallChanged] = [spread(times.changed), spread(times.tenthChanged)];
  return {
    firstByte: spread(times.first),
    full,
    afterChange: changed,
    readAnew: spread(times.readAnew),
    withEightReaders: await withReaders(nation, page),
    databaseMs: round(database.data),
    ...(bare
      ? {
          floor: least,
          aboveFloorMs: round(full.medianMs - least.medianMs),
          floorDatabaseMs: round(database.floor),
          databaseRatio: round(database.data / database.floor),
        }
      : {}),
    sessionMs: round(database.session),
    tenth: small,
    ...(page.wholeNation
      ? {}
      : {
          ratioToTenth: round(full.medianMs / small.medianMs),
          ratioToTenthAfterChange: round(changed.medianMs / smallChanged.medianMs),
        }),
    htmlKb: round(gunzipSync(body).length / 1000),
    htmlKbGzip: round(body.length / 1000),
  };
}

async function withReaders({ application, places }: Side, page: MeasuredPage) {
  const script = ["--conditions=react-server", "--import", "tsx", "bench/readers.ts"];
  const asked = [application.address + page.path(places), places.cookies[page.who]];
  const { stdout } = await promisify(execFile)(process.execPath, [...script, ...asked]);
  return spread(JSON.parse(stdout));
}
