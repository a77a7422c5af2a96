import { randomUUID } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import postgres, { type Sql } from "postgres";
import { closeDatabase } from "@/db/client";
import { migrate } from "@/db/migrate";
import { loadNation } from "@/db/seed/nation/load";
import { seedReference } from "@/db/seed/reference";
import { startEmbedded } from "@/db/server";
import type { Actor } from "@/lib/access/actor";
import { actorFor } from "@/lib/access/testing";
import { applyChange } from "@/lib/changes/apply";
import { newChange } from "@/lib/changes/new-change";
import { today } from "@/lib/clock";
import { districtTrends } from "@/lib/comparison/trend-queries";
import { comparedVillages } from "@/lib/comparison/village-queries";
import { districtReview } from "@/lib/districts/queries";
import { districtIndicators } from "@/lib/indicators/district-queries";
import { addMonths, lastFullMonth } from "@/lib/indicators/months";
import { villageIndicators } from "@/lib/indicators/place-queries";
import { measureImport } from "./import";
import { pairwise } from "./measure";
import { measureSync } from "./sync";

// `npm run bench`: one district's page and one workshop save, at about demonstration and at national size, as ratios
// against the same statements run bare (as the owner, without scope, policies or audit), and phones that come back with
// days of work. Writes bench/results.json.
const sizes = { demonstration: 60, nation: 8600 } as const;
const runs = 60;

type District = { id: string; village: string };

async function busiestDistrict(sql: Sql): Promise<District> {
  const [row] = await sql<{ id: string; village: string }[]>`
    select district_id as id, min(village_id::text) as village from workshops group by 1 order by count(*) desc, 1 limit 1`;
  if (!row) throw new Error("Nothing was loaded to measure");
  return row;
}

type Floor = "district-review" | "villages-by-indicator" | "district-indicators";

/** The reading floor: the rows themselves, fetched by the keys the page uses, with nothing around them. */
async function bareRead(sql: Sql, floor: Floor, values: readonly string[]): Promise<void> {
  const statement = readFileSync(new URL(`./floor/${floor}.sql`, import.meta.url), "utf8");
  const filled = values.reduce((text, value, at) => text.replaceAll(`$${at + 1}`, value), statement);
  await sql.unsafe(filled).simple();
}

/** A district's pages of numbers, and one village's, each against the same rows read bare. */
async function measureIndicators(sql: Sql, governor: Actor, { id, village }: District) {
  const end = lastFullMonth(today());
  const district = `'${id}'`;
  const [elements] = await sql<{ numbers: number[] }[]>`
    select array_agg(number) as numbers from data_elements where code in ('BIRTHS_REG', 'LIVE_BIRTHS')`;
  const indicator = "BIRTH_REG";
  const compared = await comparedVillages(governor, { districtId: id, indicator });
  const villages = String(addMonths(end, -35));
  const numbers = `array[${elements?.numbers.join(",")}]::smallint[]`;
  const months = () => bareRead(sql, "district-indicators", [district, String(addMonths(end, -23))]);
  return {
    villagesByIndicator: await pairwise(
      runs,
      () => comparedVillages(governor, { districtId: id, indicator }),
      () => bareRead(sql, "villages-by-indicator", [district, villages, numbers]),
    ),
    districtIndicators: await pairwise(runs, () => districtIndicators(governor, { districtId: id }), months),
    districtTrends: await pairwise(
      runs,
      () => districtTrends(governor, { districtId: id, indicator: compared.indicator }),
      months,
    ),
    villageIndicators: await pairwise(runs, () => villageIndicators(governor, village), months),
  };
}

/** The writing floor: the same four rows in one transaction, without parsing, merging or hashing. */
async function bareSave(sql: Sql, { id, village }: District): Promise<void> {
  const [subject, change, author] = [randomUUID(), randomUUID(), randomUUID()];
  await sql.begin(async (tx) => {
    await tx`insert into workshops (id, district_id, village_id, created_by, updated_by, module, level, start_date)
      values (${subject}, ${id}, ${village}, ${author}, ${author}, '3', 'village', ${today()})`;
    await tx`insert into subjects (id, type, district_id, village_id, head_hash) values (${subject}, 'workshop', ${id}, ${village}, 'h')`;
    await tx`insert into changes (id, kind, subject_id, district_id, village_id, author_id, carrier_id, made_at, status, digest, hash)
      values (${change}, 'workshop.record', ${subject}, ${id}, ${village}, ${author}, ${author}, now(), 'accepted', 'd', 'h')`;
    await tx`insert into change_payloads (change_id, district_id, village_id, fields) values (${change}, ${id}, ${village}, '{}')`;
  });
}

async function measureSize(name: keyof typeof sizes) {
  const server = await startEmbedded({ dataDir: ".data-bench", database: `bench_${name}` });
  const sql = postgres(server.ownerUrl, { max: 2, onnotice: () => {} });
  try {
    const started = performance.now();
    await migrate(server.ownerUrl, { appPassword: server.appPassword });
    await seedReference(sql);
    await loadNation(sql, { villages: sizes[name] });
    const loadSeconds = Math.round((performance.now() - started) / 100) / 10;
    process.env.DATABASE_URL = server.appUrl;
    const district = await busiestDistrict(sql);
    const governor = actorFor({ role: "governor_office", districtIds: [district.id] });
    const team = actorFor({ role: "facilitator", districtIds: [district.id] });
    const save = () =>
      applyChange(
        team,
        newChange({
          type: "workshop",
          place: district.village,
          fields: { module: "3", level: "village", startDate: today() },
          madeAt: new Date(),
        }),
      );
    const review = await pairwise(
      runs,
      () => districtReview(governor, district.id),
      () => bareRead(sql, "district-review", [`'${district.id}'`, `'${today()}'`]),
    );
    const indicators = await measureIndicators(sql, governor, district);
    const saved = await pairwise(runs, save, () => bareSave(sql, district));
    const [counts] = await sql`select (select count(*)::int from workshops where source is not null) villages,
      (select count(*)::int from map_features) features, (select count(*)::int from actions) actions,
      (select count(*)::int from data_values) "monthlyValues"`;
    return { ...counts, loadSeconds, districtReview: review, ...indicators, workshopSave: saved };
  } finally {
    await closeDatabase();
    await sql.end();
    await server.stop();
  }
}

const parts = {
  demonstration: () => measureSize("demonstration"),
  nation: () => measureSize("nation"),
  sync: measureSync,
  import: measureImport,
} as const;

// `npm run bench -- sync` measures that part alone; what was measured before stays.
const asked = process.argv.slice(2);
const file = new URL("./results.json", import.meta.url);
const results: Record<string, unknown> = {
  ...JSON.parse(readFileSync(file, "utf8")),
  measuredOn: today(),
  machine: { cores: cpus().length, processor: cpus()[0]?.model, memoryGiB: Math.round(totalmem() / 2 ** 30) },
  node: process.version,
};
for (const [name, measurePart] of Object.entries(parts))
  if (asked.length === 0 || asked.includes(name)) results[name] = await measurePart();
writeFileSync(file, `${JSON.stringify(results, null, 2)}\n`);
console.log(JSON.stringify(results, null, 2));
