import { createReadStream, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import postgres, { type Sql } from "postgres";
import { closeDatabase } from "@/db/client";
import { commandOf } from "@/db/embedded/processes";
import { migrate } from "@/db/migrate";
import { seedReference } from "@/db/seed/reference";
import { startEmbedded } from "@/db/server";
import { actorFor } from "@/lib/access/testing";
import { bringIn } from "@/lib/exchange/jobs";
import { buildOnce } from "@/scripts/build";
import { startApplication } from "./application";
import { type Format, formats, lastMonth, rowColumns, subjectOf, writeFile } from "./import-files";
import { round, share } from "./measure";
import { dataDir, openNation } from "./nation-database";
import { measuredPlaces } from "./offices";
import { readPage } from "./reading";

// A million monthly values, read, checked, added up and written with history and sums by a process of their own, against COPY of
// the same rows into the same tables with their keys; then the same at national size while a governor's first page is read
// over and over. Part of `npm run bench`.
const database = "bench_import";
const rounds = { csv: 3, json: 3, xml: 3 } as const satisfies Record<Format, number>;
const pages = 60;
const port = 3354;
const limits = { ratio: 3, memoryMb: 512, pageRatio: 2 };
const administrator = actorFor({ role: "administrator", nation: true });

type Bench = Readonly<{ sql: Sql; folder: string }>;

async function withBench<T>(work: (bench: Bench) => Promise<T>): Promise<T> {
  const server = await startEmbedded({ dataDir, database });
  const sql = postgres(server.ownerUrl, { max: 2, onnotice: () => {} });
  const folder = mkdtempSync(join(tmpdir(), "connect-import-"));
  try {
    await migrate(server.ownerUrl, { appPassword: server.appPassword });
    await seedReference(sql);
    process.env.DATABASE_URL = server.appUrl;
    return await work({ sql, folder });
  } finally {
    rmSync(folder, { recursive: true });
    await closeDatabase();
    await sql.end();
    await server.stop();
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

const bring = (file: string, format: Format) =>
  bringIn(
    administrator,
    { name: file, via: "file", format, asked: { idScheme: "code" }, write: true },
    createReadStream(file),
  );

async function emptied(sql: Sql): Promise<void> {
  for (const table of ["data_values", "district_months"])
    await sql.unsafe(
      `create table if not exists floor_${table} (like ${table} including all); truncate floor_${table}`,
    );
}

/** The same rows into tables with the same keys; the sums as rows too. */
async function copied(sql: Sql, rows: string): Promise<void> {
  const copy = await sql.unsafe(`copy floor_data_values (${rowColumns}) from stdin`).writable();
  await pipeline(createReadStream(rows), copy);
  await sql.unsafe(`insert into floor_district_months select * from district_months`);
}

const memoryOf = (pid: string, line: "VmHWM" | "RssAnon"): number => {
  const kilobytes = new RegExp(`${line}:\\s+(\\d+)`).exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  return Math.round((Number(kilobytes ?? 0) * 1024) / 1_000_000);
};
/** Seconds of processor that a process has used; the system counts hundredths. */
const workOf = (pid: string): number => {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ") ?? [];
  return (Number(fields[11]) + Number(fields[12])) / 100;
};

/**
 * The most memory that the importing process ever held, what its connections held of their own in the database, and the
 * processor's seconds of both and of this process: those say the same on a busy machine.
 */
async function watched(work: () => Promise<unknown>) {
  const most = { processMb: 0, databaseMb: 0 };
  const used = new Map<string, { first: number; last: number }>();
  const look = (begun: boolean) => {
    for (const pid of readdirSync("/proc").filter((name) => Number(name) > 0)) {
      const command = commandOf(Number(pid));
      const importer = command.includes("scripts/import-values.ts");
      if (!importer && !(command.startsWith("postgres:") && command.includes(` ${database} `))) continue;
      try {
        const last = workOf(pid);
        used.set(pid, { first: used.get(pid)?.first ?? (begun ? 0 : last), last });
        if (importer) most.processMb = Math.max(most.processMb, memoryOf(pid, "VmHWM"));
        else most.databaseMb = Math.max(most.databaseMb, memoryOf(pid, "RssAnon"));
      } catch {
        // Gone while we looked.
      }
    }
  };
  look(false);
  const own = process.cpuUsage();
  const looking = setInterval(look, 200, true);
  const ms = await timed(work);
  clearInterval(looking);
  look(true);
  const { user, system } = process.cpuUsage(own);
  const others = [...used.values()].reduce((sum, { first, last }) => sum + last - first, 0);
  return { ms, cpuSeconds: round(others + (user + system) / 1_000_000), ...most };
}

const seconds = (ms: number) => Math.round(ms / 100) / 10;

async function tried({ sql, file, format, rows }: Bench & { file: string; format: Format; rows: string }) {
  await sql.unsafe("truncate data_values, district_months, value_imports cascade");
  const { ms, cpuSeconds, ...memory } = await watched(() => bring(file, format));
  await emptied(sql);
  const copy = await watched(() => copied(sql, rows));
  const [found] = await sql`select (select count(*)::int from data_values) as imported,
    (select count(*)::int from data_values d join floor_data_values f using
      (district_id, reporter_kind, reporter_id, element_number, period, source, value, status)) as same,
    rebuild_district_months()::int as "wrongSums"`;
  return {
    seconds: seconds(ms),
    copySeconds: seconds(copy.ms),
    ratio: round(ms / copy.ms),
    cpuSeconds,
    copyCpuSeconds: copy.cpuSeconds,
    cpuRatio: round(cpuSeconds / copy.cpuSeconds),
    ...memory,
    ...found,
    /** Of the machine while it was measured, our own two or three processes in it. */
    loadAverage: round(loadavg()[0] ?? 0),
  };
}

const measureFormats = () =>
  withBench(async (bench) => {
    const subject = await subjectOf(bench.sql);
    const rows = join(bench.folder, "rows.txt");
    await writeFile(rows, "rows", subject);
    const measured: Record<string, unknown> = {};
    for (const format of formats) {
      const file = join(bench.folder, `values.${format}`);
      await writeFile(file, format, subject);
      const tries: Awaited<ReturnType<typeof tried>>[] = [];
      for (let at = 0; at < rounds[format]; at++) {
        const found = await tried({ ...bench, file, format, rows });
        console.error(format, JSON.stringify(found));
        tries.push(found);
      }
      const middle = (name: "ratio" | "cpuRatio") =>
        share(
          tries.map((one) => one[name]),
          0.5,
        );
      const fileMb = Math.round(statSync(file).size / 1_000_000);
      measured[format] = { fileMb, ratio: middle("ratio"), cpuRatio: middle("cpuRatio"), rounds: tries };
      rmSync(file);
    }
    return measured;
  });

const timing = (list: readonly number[]) => ({
  runs: list.length,
  medianMs: round(share(list, 0.5)),
  p95Ms: round(share(list, 0.95)),
});

/** A governor's first page over HTTP, one request after the other, alone before and after and while a million values come in. */
async function measureMeanwhile() {
  await buildOnce(".next", dataDir);
  const { server, sql } = await openNation("nation");
  const folder = mkdtempSync(join(tmpdir(), "connect-import-"));
  process.env.DATABASE_URL = server.appUrl;
  const application = await startApplication(server.appUrl, port);
  try {
    const { cookies } = await measuredPlaces(sql);
    const page = async () => (await readPage(`${application.address}/lo/today`, cookies.governor)).fullMs;
    const alone: number[] = [];
    const beside: number[] = [];
    const readAlone = async () => {
      for (let at = 0; at < pages; at++) alone.push(await page());
    };
    const file = join(folder, "values.csv");
    await writeFile(file, "csv", await subjectOf(sql));
    for (let at = 0; at < 25; at++) await page();
    await readAlone();
    let running = true;
    const importing = timed(() => bring(file, "csv")).finally(() => {
      running = false;
    });
    while (running) beside.push(await page());
    const importMs = await importing;
    await readAlone();
    const [sums] = await sql`select rebuild_district_months()::int as wrong`;
    const [quiet, busy] = [timing(alone), timing(beside)];
    return {
      importSeconds: seconds(importMs),
      alone: quiet,
      beside: busy,
      ratio: round(busy.medianMs / quiet.medianMs),
      p95Ratio: round(busy.p95Ms / quiet.p95Ms),
      wrongSums: sums?.wrong,
      loadAverage: round(loadavg()[0] ?? 0),
    };
  } finally {
    await application.stop();
    await closeDatabase();
    await forget(sql);
    rmSync(folder, { recursive: true });
    await sql.end();
    await server.stop();
  }
}

/** The load at national size as it was, for the benches that come after. */
async function forget(sql: Sql): Promise<void> {
  await sql.unsafe(`truncate value_imports cascade; delete from data_values where period <= ${lastMonth}`);
  await sql`select rebuild_district_months()`;
  await sql.unsafe("vacuum (analyze) data_values, district_months");
}

export async function measureImport() {
  return { limits, ...(await measureFormats()), governorPageMeanwhile: await measureMeanwhile() };
}
