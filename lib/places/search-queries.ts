import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { withScope } from "@/db/client";
import type { PlaceLevel } from "@/db/schema/places";
import type { Actor } from "@/lib/access/actor";
import { compareLao } from "@/lib/i18n/lao";
import { type SearchKey, scorer, searchLimit, searchPlan } from "./search";

export type FoundPlace = {
  id: string;
  level: PlaceLevel;
  code: string | null;
  nameLo: string;
  nameEn: string;
  districtId: string | null;
  districtLo: string | null;
  districtEn: string | null;
  provinceId: string | null;
  provinceLo: string | null;
  provinceEn: string | null;
  ended: boolean;
};
type Candidate = FoundPlace & { names: string[] };
export type SearchOptions = { levels?: readonly PlaceLevel[]; districtId?: string; limit?: number };

const candidatesPerKey = 60;
/** Beside the very name, what is only faintly like it is noise. */
const weakerBy = 35;

/** Nearness of one key: trigrams, a short key one letter off as 0.75; provinces and districts are few and always looked at. */
function candidates({ key, near }: SearchKey, filter: SQL): SQL {
  const short = near ? sql`case when p.search_keys ~ ${near} then 0.75 else 0 end` : sql`0`;
  return sql`(
    select p.*, greatest(word_similarity(${key}, p.search_keys), ${short})
      + case when p.level in ('province', 'district') then 0.2 else 0 end as nearness
    from places p
    where (${key} <% p.search_keys ${near ? sql`or p.search_keys ~ ${near}` : sql``}) ${filter}
    order by nearness desc, length(p.search_keys) limit ${candidatesPerKey}
  )`;
}

/**
 * Places whose Lao name or any romanisation is like the text, one spelling mistake allowed, best first, at most 20.
 * The index finds candidates by letters and by sound; the names themselves decide the order.
 */
export async function searchPlaces(
  actor: Actor,
  text: string,
  options: SearchOptions = {},
): Promise<FoundPlace[]> {
  const { typed, keys } = searchPlan(text);
  if (keys.length === 0) return [];
  const rows = await withScope(actor.scope, async (tx) => {
    await tx.execute(sql`select set_config('pg_trgm.word_similarity_threshold', '0.4', true)`);
    return tx.execute<Candidate>(candidateQuery(keys, options));
  });
  const scoreOf = scorer(typed);
  const scored = rows.map((row) => ({
    row,
    score: scoreOf({ ...row, names: [row.nameLo, row.nameEn, ...row.names] }),
  }));
  const best = Math.max(0, ...scored.map(({ score }) => score));
  return scored
    .filter(({ score }) => score > 0 && score >= best - weakerBy)
    .sort((a, b) => b.score - a.score || compareLao(a.row.nameLo, b.row.nameLo))
    .slice(0, Math.min(options.limit ?? searchLimit, searchLimit))
    .map(({ row: { names: _names, ...place } }) => place);
}

function candidateQuery(keys: readonly SearchKey[], { levels, districtId }: SearchOptions): SQL {
  const filter = sql`${levels ? sql`and p.level in ${[...levels]}` : sql``} ${
    districtId ? sql`and p.district_id = ${districtId}` : sql``
  }`;
  const unions = sql.join(
    keys.map((key) => candidates(key, filter)),
    sql` union all `,
  );
  return sql`
    select distinct on (c.id) c.id, c.level, c.code, c.name_lo as "nameLo", c.name_en as "nameEn",
      c.valid_to is not null as ended,
      c.district_id as "districtId", d.name_lo as "districtLo", d.name_en as "districtEn",
      c.province_id as "provinceId", r.name_lo as "provinceLo", r.name_en as "provinceEn",
      (select coalesce(jsonb_agg(x), '[]') from place_names n, unnest(array[n.name_lo, n.name_en]) x
        where n.place_id = c.id and x <> '') as names
    from (${unions}) c
    left join places d on d.id = c.district_id left join places r on r.id = c.province_id`;
}
