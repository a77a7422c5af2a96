import type { Sql, TransactionSql } from "postgres";
import { trustSteps } from "./trust";
import { valueSteps } from "./values";

/** How many villages of the whole nation, and of which provinces of it only. */
export type NationSize = Readonly<{ villages: number; provinces: readonly string[] | null }>;
export const fullNation: NationSize = { villages: 8600, provinces: null };
/** Whole provinces, so that a district has the same villages as in the nation: a tenth of them. */
export const tenthOfNation: NationSize = { ...fullNation, provinces: ["LA12", "LA17", "LA18"] };

const featuresPerMap = 40; // 8,600 × 40 = 344,000, of the 340,000 asked for and a little over
const actionsPerPlan = 10; // 86,000
const marker = "national load (made up)";

/**
 * Fills the reference villages with made-up records at national size, set-based, as the owner, for measuring only.
 * Writes the records and their subjects (so that changes to them merge), not a change log of their own.
 */
export async function loadNation(
  sql: Sql,
  size: NationSize,
  progress: (step: string) => void = () => {},
): Promise<void> {
  const [known] = await sql`select 1 from workshops where source = ${marker} limit 1`;
  if (known) return;
  for (const [name, step] of steps) {
    await sql.begin((tx) => step(tx, size));
    progress(name);
  }
  await sql`analyze`;
}

export type Step = (tx: TransactionSql, size: NationSize) => Promise<unknown>;

const author = "'00000000-0000-4000-8000-000000000001'::uuid";

const steps: readonly (readonly [string, Step])[] = [
  [
    "workshops",
    (tx, { villages, provinces }) =>
      tx.unsafe(
        `insert into workshops (id, district_id, village_id, created_by, updated_by, module, level, status, start_date, source)
       select md5('w' || id)::uuid, district_id, id, ${author}, ${author}, '3', 'village', 'done',
         date '2024-01-01' + (abs(hashtext(id::text)) % 900), $1
       from (select id, district_id, province_id from places where level = 'village' and district_id is not null
         order by md5(code) limit $2) v
       where $3::text[] is null or province_id in (select id from places where level = 'province' and code = any($3))`,
        [marker, villages, provinces],
      ),
  ],
  [
    "maps",
    (tx) =>
      tx.unsafe(`insert into maps (id, district_id, village_id, created_by, updated_by, workshop_id, base)
    select md5('m' || id)::uuid, district_id, village_id, ${author}, ${author}, id, 'sketch' from workshops where source = '${marker}'`),
  ],
  [
    "features",
    (tx) =>
      tx.unsafe(`insert into map_features (id, district_id, village_id, created_by, updated_by, map_id, category, geometry, season, sensitive)
    select md5('f' || w.id || n)::uuid, w.district_id, w.village_id, ${author}, ${author}, md5('m' || w.id)::uuid,
      (array['water_source','school','vhv_home','seasonal_cutoff','care_pregnant'])[1 + n % 5],
      jsonb_build_object('type', 'Point', 'space', 'sketch', 'coordinates', jsonb_build_array((n % 10) / 10.0, (n / 10) / 10.0)),
      'all', n % 5 = 4
    from workshops w cross join generate_series(0, ${featuresPerMap - 1}) n where w.source = '${marker}'`),
  ],
  [
    "problems",
    (tx) =>
      tx.unsafe(`insert into problems (id, district_id, village_id, created_by, updated_by, workshop_id, statement, category, position, themes)
    select md5('p' || w.id || n)::uuid, w.district_id, w.village_id, ${author}, ${author}, w.id, 'ບັນຫາ ' || n, 'other', n,
      (array['["transport"]','["ethnic_access","staff"]','[]','["supplies"]',null,null])[1 + n]::jsonb
    from workshops w cross join generate_series(0, 5) n where w.source = '${marker}'`),
  ],
  [
    "plans",
    (tx) =>
      tx.unsafe(`insert into plans (id, district_id, village_id, created_by, updated_by, workshop_id, status, agreed_date, displayed_date)
    select md5('l' || id)::uuid, district_id, village_id, ${author}, ${author}, id, 'active', start_date + 1, start_date + 7
    from workshops where source = '${marker}'`),
  ],
  [
    "actions",
    (tx) =>
      tx.unsafe(`insert into actions (id, district_id, village_id, created_by, updated_by, plan_id, problem_id, what, level, lead, due, status)
    select md5('a' || w.id || n)::uuid, w.district_id, w.village_id, ${author}, ${author}, md5('l' || w.id)::uuid, md5('p' || w.id || n % 6)::uuid,
      'ກິດຈະກຳ ' || n, (array['village','hc','district','province'])[1 + n % 4],
      (array['village_chief','health_centre_head','district_public_works','womens_union'])[1 + n % 4],
      w.start_date + 60 + 30 * n, (array['done','done','in_progress','not_started','blocked'])[1 + n % 5]
    from workshops w cross join generate_series(0, ${actionsPerPlan - 1}) n where w.source = '${marker}'`),
  ],
  [
    "commitments",
    (tx) =>
      tx.unsafe(`insert into commitments (id, district_id, village_id, created_by, updated_by, workshop_id, party, text, due)
    select md5('c' || w.id || n)::uuid, w.district_id, w.village_id, ${author}, ${author}, w.id, (array['village','hc','district'])[1 + n], 'ຄຳໝັ້ນສັນຍາ', w.start_date + 180
    from workshops w cross join generate_series(0, 2) n where w.source = '${marker}'`),
  ],
  [
    "visits",
    (tx) =>
      tx.unsafe(`insert into visits (id, district_id, village_id, created_by, updated_by, plan_id, offset_months, held_date, level)
    select md5('v' || id)::uuid, district_id, village_id, ${author}, ${author}, md5('l' || id)::uuid, 3, start_date + 100, 'district'
    from workshops where source = '${marker}'`),
  ],
  [
    "rollout plan",
    (tx) =>
      tx.unsafe(`insert into rollout_items (id, district_id, village_id, created_by, updated_by, year, module, level, planned_date, funding, cost_kip)
    select md5('r' || id)::uuid, district_id, village_id, ${author}, ${author}, extract(year from current_date)::int, '3', 'village',
      date_trunc('year', current_date)::date + abs(hashtext(id::text)) % 360, (array['own','partner'])[1 + abs(hashtext(id::text)) % 2], 8000000
    from workshops where source = '${marker}'`),
  ],
  ...valueSteps,
  ...trustSteps,
  ...(
    [
      "workshop:workshops",
      "map:maps",
      "feature:map_features",
      "problem:problems",
      "plan:plans",
      "action:actions",
      "rolloutItem:rollout_items",
      "report:reports",
    ] as const
  ).map((pair): readonly [string, Step] => {
    const [type, table] = pair.split(":") as [string, string];
    const sensitive = table === "map_features" ? "sensitive" : "false";
    return [
      `subjects of ${table}`,
      (tx) =>
        tx.unsafe(`insert into subjects (id, type, district_id, village_id, sensitive)
        select id, '${type}', district_id, village_id, ${sensitive} from ${table} on conflict do nothing`),
    ];
  }),
];
