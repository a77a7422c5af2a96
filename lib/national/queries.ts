import "server-only";
import { sql } from "drizzle-orm";
import { withScope } from "@/db/client";
import type { Actor } from "@/lib/access/actor";
import { can, requireCan } from "@/lib/access/can";
import { listOf } from "@/lib/villages/sql";
import type { Basis, NationalCode, ValueKind, Verdict } from "./schema";

/** `versions` are there only for those who may correct it. */
type Kept = Readonly<{ id: string; indicator: NationalCode; provinceId: string | null }> &
  Readonly<{ source: string; note: string | null; versions: Readonly<Record<string, string>> }>;
export type KeptTarget = Kept & Readonly<{ year: number; value: number }>;
export type KeptValue = Kept &
  Readonly<{
    from: string;
    to: string;
    kind: ValueKind;
    value: number;
    basis: Basis;
    amongWhom: string | null;
    verdict: Verdict | null;
  }>;
export type Province = Readonly<{ id: string; code: string; nameLo: string; nameEn: string }>;

export type Figures = Readonly<{
  targets: readonly KeptTarget[];
  values: readonly KeptValue[];
  /** Years of which a target or a value is known, newest first. */
  years: readonly number[];
  provinces: readonly Province[];
}>;

const versions = sql`coalesce(s.versions, '{}') as versions`;
const targetColumns = sql`t.id, t.indicator, t.province_id as "provinceId", t.year, t.value, t.source, t.note`;
const valueColumns = sql`v.id, v.indicator, v.province_id as "provinceId", v.from_date as "from", v.to_date as "to", v.kind,
  v.value, v.basis, v.among_whom as "amongWhom", v.source, v.verdict, v.note`;
const provinces = listOf(sql`
  select p.id, p.code, p.name_lo as "nameLo", p.name_en as "nameEn" from places p
  where p.level = 'province' and p.valid_to is null order by p.code`);
const years = listOf(sql`
  select distinct year from (select t.year from national_targets t where t.deleted_at is null
    union select extract(year from v.to_date)::int from national_values v where v.deleted_at is null) known(year)
  order by year desc`);

type Row = Omit<Figures, "years"> & Readonly<{ years: readonly { year: number }[] }>;

/** Every target and value of a year, of the nation and of the provinces; of every year when none is named. */
export function nationalFigures(actor: Actor, year: number | null): Promise<Figures> {
  requireCan(actor, "rollout.read");
  return withScope(actor.scope, async (tx) => {
    const [row] = await tx.execute<Row>(sql`
      select ${listOf(sql`
          select ${targetColumns}, '{}'::jsonb as versions from national_targets t
          where t.deleted_at is null and (${year}::int is null or t.year = ${year}) order by t.year, t.indicator, t.id`)} as targets,
        ${listOf(sql`
          select ${valueColumns}, '{}'::jsonb as versions from national_values v
          where v.deleted_at is null and (${year}::int is null or extract(year from v.to_date) = ${year})
          order by v.to_date, v.from_date, v.id`)} as values,
        ${years} as years, ${provinces} as provinces`);
    const read = row as Row;
    return { ...read, years: read.years.map((one) => one.year) };
  });
}

/** A field of a target or value that was corrected, or the record taken out. */
export type Correction = Readonly<{
  subject: string;
  at: string;
  office: string | null;
  before: Readonly<Record<string, unknown>>;
  after: Readonly<Record<string, unknown>>;
}>;
export type OneIndicator = Omit<Figures, "years"> &
  Readonly<{
    corrections: readonly Correction[];
    /** Deleted as wrongly entered. */
    out: Readonly<{ targets: readonly KeptTarget[]; values: readonly KeptValue[] }>;
  }>;

/** One indicator through the years, with what was corrected; corrections are told to those who may make them. */
export function nationalIndicatorStory(actor: Actor, code: NationalCode): Promise<OneIndicator> {
  requireCan(actor, "rollout.read");
  return withScope(actor.scope, async (tx) => {
    const [row] = await tx.execute<OneIndicator>(sql`
      with own_targets as materialized (
        select ${targetColumns}, ${versions} from national_targets t left join subjects s on s.id = t.id
        where t.indicator = ${code} and t.deleted_at is null),
      out_targets as (
        select ${targetColumns}, '{}'::jsonb as versions from national_targets t
        where t.indicator = ${code} and t.deleted_at is not null and ${can(actor, "national.record")}),
      out_values as (
        select ${valueColumns}, '{}'::jsonb as versions from national_values v
        where v.indicator = ${code} and v.deleted_at is not null and ${can(actor, "national.record")}),
      own_values as materialized (
        select ${valueColumns}, ${versions} from national_values v left join subjects s on s.id = v.id
        where v.indicator = ${code} and v.deleted_at is null)
      select ${listOf(sql`select * from own_targets order by year desc, "provinceId" nulls first`)} as targets,
        ${listOf(sql`select * from own_values order by "to" desc, "provinceId" nulls first, kind`)} as values,
        ${provinces} as provinces,
        jsonb_build_object('targets', ${listOf(sql`select * from out_targets order by year desc, id`)},
          'values', ${listOf(sql`select * from out_values order by "to" desc, id`)}) as out,
        ${listOf(sql`
          select c.subject_id as subject, c.received_at as at, u.office, p.before, p.after
          from changes c join change_payloads p on p.change_id = c.id left join users u on u.id = c.author_id
          where c.subject_id in (select id from own_targets union all select id from own_values)
            and exists (select from jsonb_each(p.before) was where was.value <> 'null'::jsonb)
          order by c.seq desc limit 50`)} as corrections`);
    return row as OneIndicator;
  });
}
