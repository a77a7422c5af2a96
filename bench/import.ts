import { createReadStream, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import postgres, { type Sql } from "postgres";
import { closeDatabase } from "@/db/client";
import { commandOf } from "@/db/embedded/processes";
import { migrate } from "@/db/migrate";
import { fullNation, loadNation } from "@/db/seed/nation/load";
import { seedReference } from "@/db/seed/reference";
import { startEmbedded } from "@/db/server";
import { actorFor } from "@/lib/access/testing";
import { watchedDistrict } from "@/lib/attention/queries";
import { bringIn } from "@/lib/exchange/jobs";
import { type Format, formats, rowColumns, subjectOf, writeFile } from "./import-files";
import { share } from "./measure";

// A million monthly values, read, checked, added up and written with history and sums by a process of their own, against COPY of
// the same rows into the same tables with their keys; then the same at national size while a governor's first page is read
// over and over. Part of `npm run bench`.
const rounds = { csv: 3, json: 1, xml: 1 } as const satisfies Record<Format, number>;
const pages = 60;
const limits = { ratio: 3, memoryMb: 512, pageRatio: 2 };
const administrator = actorFor({ role: "administrator", nation: true });

type Bench = Readonly<{ sql: Sql; folder: string }>;

async function withBench<T>(database: string, work: (bench: Bench) => Promise<T>): Promise<T> {
  const server = await startEmbedded({ dataDir: ".data-bench", database });
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
async function watched(database: string, work: () => Promise<unknown>) {
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
  return { ms, cpuSeconds: hundredth(others + (user + system) / 1_000_000), ...most };
}

const seconds = (ms: number) => Math.round(ms / 100) / 10;
const hundredth = (value: number) => Math.round(value * 100) / 100;

async function round({ sql, file, format, rows }: Bench & { file: string; format: Format; rows: string }) {
  await sql.unsafe("truncate data_values, district_months, value_imports cascade");
  const { ms, cpuSeconds, ...memory } = await watched("bench_import", () => bring(file, format));
  await emptied(sql);
  const copy = await watched("bench_import", () => copied(sql, rows));
  const [found] = await sql`select (select count(*)::int from data_values) as imported,
    (select count(*)::int from data_values d join floor_data_values f using
      (district_id, reporter_kind, reporter_id, element_number, period, source, value, status)) as same,
    rebuild_district_months()::int as "wrongSums"`;
  return {
    seconds: seconds(ms),
    copySeconds: seconds(copy.ms),
    ratio: hundredth(ms / copy.ms),
    cpuSeconds,
    copyCpuSeconds: copy.cpuSeconds,
    cpuRatio: hundredth(cpuSeconds / copy.cpuSeconds),
    ...memory,
    ...found,
  };
}

const measureFormats = () =>
  withBench("bench_import", async (bench) => {
    const subject = await subjectOf(bench.sql);
    const rows = join(bench.folder, "rows.txt");
    await writeFile(rows, "rows", subject);
    const measured: Record<string, unknown> = {};
    for (const format of formats) {
      const file = join(bench.folder, `values.${format}`);
      await writeFile(file, format, subject);
      const tries: Awaited<ReturnType<typeof round>>[] = [];
      for (let at = 0; at < rounds[format]; at++) tries.push(await round({ ...bench, file, format, rows }));
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
  medianMs: hundredth(share(list, 0.5)),
  p95Ms: hundredth(share(list, 0.95)),
});

/** A governor's first page, one request after the other, alone before and after, and while a million values come in. */
const measurePages = () =>
  withBench("bench_nation", async ({ sql, folder }) => {
    await loadNation(sql, fullNation);
    await sql.unsafe("truncate value_imports cascade; delete from data_values where period < 202301");
    await sql`select rebuild_district_months()`;
    await sql.unsafe("vacuum analyze data_values, district_months");
    const [row] = await sql<{ id: string }[]>`
      select district_id as id from workshops group by 1 order by count(*) desc, 1 limit 1`;
    const id = row?.id ?? "";
    const governor = actorFor({ role: "governor_office", districtIds: [id] });
    const page = () => timed(() => watchedDistrict(governor, id));
    const alone: number[] = [];
    const beside: number[] = [];
    const times = async (count: number) => {
      for (let at = 0; at < count; at++) alone.push(await page());
    };
    for (let at = 0; at < 5; at++) await page();
    await times(pages);
    const file = join(folder, "values.csv");
    await writeFile(file, "csv", await subjectOf(sql));
    let running = true;
    const importing = timed(() => bring(file, "csv")).finally(() => {
      running = false;
    });
    while (running) beside.push(await page());
    const importMs = await importing;
    await times(pages);
    const [sums] = await sql`select rebuild_district_months()::int as wrong`;
    const [quiet, busy] = [timing(alone), timing(beside)];
    return {
      importSeconds: seconds(importMs),
      alone: quiet,
      beside: busy,
      ratio: hundredth(busy.medianMs / quiet.medianMs),
      p95Ratio: hundredth(busy.p95Ms / quiet.p95Ms),
      wrongSums: sums?.wrong,
    };
  });

export async function measureImport() {
  return { limits, ...(await measureFormats()), governorPageMeanwhile: await measurePages() };
}
