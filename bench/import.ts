import { createReadStream, createWriteStream, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import postgres, { type Sql } from "postgres";
import { closeDatabase } from "@/db/client";
import { migrate } from "@/db/migrate";
import { seedReference } from "@/db/seed/reference";
import { startEmbedded } from "@/db/server";
import { actorFor } from "@/lib/access/testing";
import { writeImport } from "@/lib/exchange/import-commands";
import { stageFile } from "@/lib/exchange/stage-commands";
import type { ValueFormat } from "@/lib/exchange/value-row";

// A million monthly values of every village in each format, read, checked, added up and written with history and sums, against
// COPY of the same rows into the same tables with their keys. Part of `npm run bench`.
const wanted = 1_000_000;
const months = Array.from({ length: 12 }, (_, at) => 202501 + at);
const formats = ["csv", "json", "xml"] as const satisfies readonly ValueFormat[];
const limits = { ratio: 3, memoryMb: 512 };

type Village = { id: string; code: string; district: string };
type Value = { village: Village; element: string; number: number; month: number; amount: number };

function* values(
  villages: readonly Village[],
  elements: readonly { code: string; number: number }[],
): Generator<Value> {
  let made = 0;
  for (const month of months)
    for (const { code, number } of elements)
      for (const village of villages) {
        if (made++ === wanted) return;
        yield { village, element: code, number, month, amount: (made * 7) % 40 };
      }
}

type Wrapping = Readonly<{ head: string; line: (value: Value, first: boolean) => string; foot: string }>;
const wrappings: Readonly<Record<(typeof formats)[number], Wrapping>> = {
  csv: {
    head: '"dataelement","period","orgunit","catoptcombo","attroptcombo","value"\n',
    line: ({ element, month, village, amount }) =>
      `"${element}","${month}","${village.code}",,,"${amount}"\n`,
    foot: "",
  },
  json: {
    head: '{"dataValues":[',
    line: ({ element, month, village, amount }, first) =>
      `${first ? "" : ","}{"dataElement":"${element}","period":"${month}","orgUnit":"${village.code}","value":"${amount}"}`,
    foot: "]}",
  },
  xml: {
    head: '<dataValueSet xmlns="http://dhis2.org/schema/dxf/2.0">',
    line: ({ element, month, village, amount }) =>
      `<dataValue dataElement="${element}" period="${month}" orgUnit="${village.code}" value="${amount}"/>\n`,
    foot: "</dataValueSet>",
  },
};

function* inPieces(lines: Iterable<string>): Generator<string> {
  let piece: string[] = [];
  for (const line of lines) {
    piece.push(line);
    if (piece.length < 5000) continue;
    yield piece.join("");
    piece = [];
  }
  yield piece.join("");
}

function* linesOf({ head, line, foot }: Wrapping, all: Iterable<Value>): Generator<string> {
  yield head;
  let first = true;
  for (const value of all) {
    yield line(value, first);
    first = false;
  }
  yield foot;
}

const writeFile = (file: string, lines: Iterable<string>) =>
  pipeline(Readable.from(inPieces(lines)), createWriteStream(file));

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

const floorTables = ["data_values", "district_months"] as const;

/** The same rows by COPY into tables with the same keys; the sums as rows too. */
async function copied(sql: Sql, file: string): Promise<number> {
  for (const table of floorTables)
    await sql.unsafe(
      `create table if not exists floor_${table} (like ${table} including all); truncate floor_${table}`,
    );
  const columns = "district_id, reporter_kind, reporter_id, element_number, period, source, value, status";
  return timed(async () => {
    await pipeline(
      createReadStream(file),
      await sql.unsafe(`copy floor_data_values (${columns}) from stdin`).writable(),
    );
    await sql.unsafe(`insert into floor_district_months select * from district_months`);
  });
}

const seconds = (ms: number) => Math.round(ms / 100) / 10;

/** Memory of this process while something runs, at its highest, in megabytes. */
async function peakOf(work: () => Promise<unknown>): Promise<number> {
  let peak = 0;
  const look = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, 50);
  await work();
  clearInterval(look);
  return Math.round(peak / 1_000_000);
}

export async function measureImport() {
  const server = await startEmbedded({ dataDir: ".data-bench", database: "bench_import" });
  const sql = postgres(server.ownerUrl, { max: 2, onnotice: () => {} });
  const folder = mkdtempSync(join(tmpdir(), "connect-import-"));
  try {
    await migrate(server.ownerUrl, { appPassword: server.appPassword });
    await seedReference(sql);
    process.env.DATABASE_URL = server.appUrl;
    const villages = await sql<Village[]>`
      select id, code, district_id as district from places where level = 'village' and code is not null order by code`;
    const elements = await sql<
      { code: string; number: number }[]
    >`select code, number from data_elements order by number limit 12`;
    const all = () => values(villages, elements);
    const rows = join(folder, "rows.txt");
    await writeFile(rows, tabbed(all()));
    const measured: Record<string, unknown> = {};
    for (const format of formats) {
      const file = join(folder, `values.${format}`);
      await writeFile(file, linesOf(wrappings[format], all()));
      measured[format] = await measureFormat({ sql, format, file, rows });
      rmSync(file);
    }
    return { values: wanted, limits, ...measured };
  } finally {
    rmSync(folder, { recursive: true });
    await closeDatabase();
    await sql.end();
    await server.stop();
  }
}

function* tabbed(all: Iterable<Value>): Generator<string> {
  for (const { village, number, month, amount } of all)
    yield `${[village.district, 1, village.id, number, month, 1, amount, 1].join("\t")}\n`;
}

type Measured = Readonly<{ sql: Sql; format: (typeof formats)[number]; file: string; rows: string }>;

async function measureFormat({ sql, format, file, rows }: Measured) {
  await sql.unsafe("truncate data_values, district_months, value_imports cascade");
  const administrator = actorFor({ role: "administrator", nation: true });
  const asked = { idScheme: "code" };
  let readMs = 0;
  let importMs = 0;
  let imported = 0;
  const peakMb = await peakOf(async () => {
    importMs = await timed(async () => {
      const started = performance.now();
      const bytes = createReadStream(file);
      const { importId } = await stageFile(administrator, { name: file, via: "file", format, bytes, asked });
      readMs = performance.now() - started;
      imported = (await writeImport(administrator, importId)).imported;
    });
  });
  const copyMs = await copied(sql, rows);
  const [wrong] = await sql`select rebuild_district_months()::int as sums`;
  return {
    fileMb: Math.round(statSync(file).size / 1_000_000),
    imported,
    importSeconds: seconds(importMs),
    ofWhichReading: seconds(readMs),
    copySeconds: seconds(copyMs),
    ratio: Math.round((importMs / copyMs) * 100) / 100,
    peakMb,
    wrongSums: wrong?.sums,
  };
}
