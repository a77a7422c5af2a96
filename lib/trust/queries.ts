import "server-only";
import { asc, desc, getTableColumns, isNull, sql } from "drizzle-orm";
import { type Transaction, withScope } from "@/db/client";
import { instruments } from "@/db/schema/trust";
import type { Actor } from "@/lib/access/actor";
import { requireCan } from "@/lib/access/can";
import { AppError } from "@/lib/errors";
import type { KnownInstrument } from "@/lib/sync/known";
import { type PlaceHead, whereaboutsOfHead } from "@/lib/villages/place-head";
import { headWithin } from "@/lib/villages/place-queries";
import { type ClusterCell, type SummaryResult, summaryOf } from "./clusters";
import { type RawResults, roundResult, type VillageRound } from "./results";

/** Every version of every questionnaire, the newest of each first. */
export async function instrumentsWithin(tx: Transaction): Promise<KnownInstrument[]> {
  const {
    createdAt: _c,
    createdBy: _b,
    updatedAt: _u,
    updatedBy: _v,
    deletedAt: _d,
    ...columns
  } = getTableColumns(instruments);
  const rows = await tx
    .select(columns)
    .from(instruments)
    .where(isNull(instruments.deletedAt))
    .orderBy(asc(instruments.series), desc(instruments.version));
  return rows as unknown as KnownInstrument[];
}

export const instrumentsOf = (actor: Actor): Promise<KnownInstrument[]> => {
  requireCan(actor, "instrument.manage");
  return withScope(actor.scope, instrumentsWithin);
};

export type VillageTrust = Readonly<{
  head: PlaceHead;
  /** Newest first. */
  rounds: readonly VillageRound[];
  instruments: readonly KnownInstrument[];
  /** Names of the ethnic groups that are named. */
  groups: readonly Readonly<{ id: string; nameLo: string; nameEn: string }>[];
}>;

type RoundRow = Omit<VillageRound, "result">;
type VillageRow = {
  rounds: RoundRow[];
  instruments: KnownInstrument[];
  groups: VillageTrust["groups"];
  results: RawResults;
};

/** All that may be said of trust in one village. */
export function villageTrust(actor: Actor, code: string): Promise<VillageTrust> {
  return withScope(actor.scope, async (tx) => {
    const head = await headWithin(tx, code);
    requireCan(actor, "trust.read", whereaboutsOfHead(head));
    const [row] = await tx.execute<VillageRow>(sql`
      select
        (select coalesce(jsonb_agg(to_jsonb(r) order by r."startDate" desc, r.id desc), '[]') from (
          select r.id, r.wave, r.start_date::text as "startDate", r.interviewer, coalesce(r.closed, false) as closed,
            r.instrument_id as "instrumentId", coalesce(b.n, 0)::int as submitted, coalesce(b.declined, 0)::int as declined
          from trust_rounds r left join lateral (select sum(b.n) as n, sum(b.declined) as declined from trust_batches b
            where b.round_id = r.id and b.deleted_at is null) b on true
          where r.village_id = ${head.id} and r.deleted_at is null) r) as rounds,
        (select coalesce(jsonb_agg(jsonb_build_object('id', i.id, 'series', i.series, 'version', i.version, 'scale', i.scale,
            'wording', i.wording, 'nameLo', i.name_lo, 'nameEn', i.name_en, 'items', i.items)), '[]')
          from instruments i where i.id in (select r.instrument_id from trust_rounds r where r.village_id = ${head.id}))
          as instruments,
        (select coalesce(jsonb_agg(jsonb_build_object('id', g.id, 'nameLo', g.name_lo, 'nameEn', g.name_en)), '[]')
          from ethnic_groups g) as groups,
        trust_results(${head.id}) as results`);
    const { rounds = [], instruments: known = [], groups = [], results } = row as VillageRow;
    const itemsOf = (id: string) => known.find((one) => one.id === id)?.items ?? [];
    return {
      head,
      instruments: known,
      groups,
      rounds: rounds.map((round) => ({
        ...round,
        result: roundResult(results, { roundId: round.id, items: itemsOf(round.instrumentId) }),
      })),
    };
  });
}

export type TrustArea = Readonly<{ id: string; code: string | null; nameLo: string; nameEn: string }>;
export type TrustSummary = Readonly<{
  /** The district asked for; null: all that the reader covers together. */
  area: TrustArea | null;
  areas: readonly TrustArea[];
  results: readonly (SummaryResult & { instrument: KnownInstrument })[];
  /** Villages with results the reader may open, by name. */
  villages: readonly TrustArea[];
}>;

type SummaryRow = {
  areas: TrustArea[];
  instruments: KnownInstrument[];
  clusters: ClusterCell[];
  villages: TrustArea[];
};

/** Trust over several villages: a district, or everything the reader covers. Never a village by itself. */
export function trustSummary(actor: Actor, district: string | null): Promise<TrustSummary> {
  requireCan(actor, "trust.summary");
  const { trustSummaryDistrictIds: covered, trustNation, trustDistrictIds } = actor.scope;
  return withScope(actor.scope, async (tx) => {
    const mine = trustNation ? sql`true` : sql`p.id = any(${sql.param([...covered])}::uuid[])`;
    const asked = district ? sql`(a.code = ${district} or a.id::text = ${district})` : sql`true`;
    const opened = sql`p.district_id = any(${sql.param([...trustDistrictIds])}::uuid[])`;
    const [row] = await tx.execute<SummaryRow>(sql`
      with areas as (
        select p.id, p.code, p.name_lo as "nameLo", p.name_en as "nameEn" from places p
        where p.level = 'district' and p.valid_to is null and ${mine}),
        chosen as (select a.id from areas a where ${asked})
      select
        (select coalesce(jsonb_agg(to_jsonb(a) order by a.code), '[]') from areas a
          where ${trustNation ? sql`a.id in (select r.district_id from trust_rounds r)` : sql`true`}) as areas,
        (select coalesce(jsonb_agg(jsonb_build_object('id', i.id, 'series', i.series, 'version', i.version, 'scale', i.scale,
          'wording', i.wording, 'nameLo', i.name_lo, 'nameEn', i.name_en, 'items', i.items)), '[]') from instruments i)
          as instruments,
        trust_clusters((select array_agg(c.id) from chosen c)) as clusters,
        (select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'code', p.code, 'nameLo', p.name_lo, 'nameEn', p.name_en)
            order by p.code), '[]')
          from places p where ${opened} and p.district_id in (select c.id from chosen c) and p.level = 'village'
            and exists (select from trust_rounds r where r.village_id = p.id and r.deleted_at is null)) as villages`);
    const { areas, instruments: known, clusters, villages } = row as SummaryRow;
    const area = district
      ? (areas.find(({ id, code }) => code === district || id === district) ?? null)
      : null;
    if (district && !area) throw new AppError("forbidden");
    const results = known.flatMap((instrument) => {
      const found = summaryOf(clusters.filter(({ instrumentId }) => instrumentId === instrument.id));
      return found ? [{ ...found, instrument }] : [];
    });
    return { area, areas, results, villages };
  });
}
