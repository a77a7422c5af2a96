import type postgres from "postgres";
import { seedCategories } from "./reference/categories";
import { seedChecklists } from "./reference/checklists";
import type { CleaningReport } from "./reference/clean-villages";
import { seedIndicators } from "./reference/indicators";
import { seedInstruments } from "./reference/instruments";
import { referenceRows } from "./reference/rows";
import { ethnicGroups, spokenLanguages } from "./reference/vocabularies";

export type ReferenceReport = CleaningReport & { places: number; added: number };

/**
 * Loads provinces, districts, villages, towns and vocabularies as the owner of the database, one statement per table.
 * Idempotent: what is already there stays as administrators left it.
 */
export async function seedReference(sql: postgres.Sql): Promise<ReferenceReport> {
  const rows = referenceRows();
  return sql.begin(async (tx) => {
    const list = (records: readonly object[]) => tx.json(records as unknown as postgres.JSONValue);
    const places = await tx`
      insert into places (id, level, parent_id, district_id, province_id, name_lo, name_en, search_keys, code, source,
        needs_review, review_reasons)
      select * from jsonb_to_recordset(${list(rows.places)}) as r(id uuid, level text, parent_id uuid, district_id uuid,
        province_id uuid, name_lo text, name_en text, search_keys text, code text, source text, needs_review boolean,
        review_reasons jsonb)
      on conflict do nothing returning id`;
    const added = places.map((place) => place.id as string);
    await tx`
      insert into place_parents (child_id, parent_id)
      select id, parent_id from places where id = any(${added}::uuid[]) and parent_id is not null`;
    await tx`
      insert into place_names (place_id, name_lo, name_en, kind, source)
      select * from jsonb_to_recordset(${list(rows.names)}) as r(place_id uuid, name_lo text, name_en text, kind text, source text)
      where place_id = any(${added}::uuid[]) on conflict do nothing`;
    await tx`
      insert into place_codes (place_id, scheme, code, disputed, note)
      select * from jsonb_to_recordset(${list(rows.codes)}) as r(place_id uuid, scheme text, code text, disputed boolean, note text)
      where place_id = any(${added}::uuid[]) on conflict do nothing`;
    await tx`
      insert into settlements (id, name_en, lat, lng, province_id, source)
      select * from jsonb_to_recordset(${list(rows.settlements)}) as r(id uuid, name_en text, lat float8, lng float8,
        province_id uuid, source text)
      on conflict do nothing`;
    await seedVocabularies(tx);
    await seedCategories(tx);
    await seedInstruments(tx);
    await seedChecklists(tx);
    await seedIndicators(tx);
    return { ...rows.report, places: rows.places.length, added: added.length };
  }) as Promise<ReferenceReport>;
}

async function seedVocabularies(tx: postgres.TransactionSql): Promise<void> {
  const groups = ethnicGroups.map(([id, family, name_lo, name_en, seen], position) => ({
    id,
    family,
    name_lo,
    name_en,
    position,
    needs_review: !seen,
  }));
  const languages = spokenLanguages.map(([id, name_lo, name_en], position) => ({
    id,
    name_lo,
    name_en,
    position,
  }));
  await tx`insert into ethnic_groups ${tx(groups)} on conflict do nothing`;
  await tx`insert into spoken_languages ${tx(languages)} on conflict do nothing`;
}
