import "server-only";
import { sql } from "drizzle-orm";
import { type Transaction, withScope } from "@/db/client";
import { withKeptReading } from "@/db/kept-readings";
import type { Actor } from "@/lib/access/actor";
import { can, requireCan } from "@/lib/access/can";
import { today } from "@/lib/clock";
import {
  newestPlans,
  type SteeringRow,
  steeringColumns,
  steeringOf,
  villagesOf,
} from "@/lib/districts/queries";
import type { DistrictReview } from "@/lib/districts/review";
import { addMonths, lastFullMonth, monthsUntil } from "@/lib/indicators/months";
import type { ShownIndicator } from "@/lib/indicators/view";
import { type Attention, attentionOf, type Note } from "./responses";
import { kindOfKey } from "./schema";
import { notesJson, watchColumns } from "./sql";
import type { Matter } from "./subject";
import { WATCHED, WATCHED_MONTHS, type Watch, type WatchedReporter } from "./watch";

export type Watched = Readonly<{
  review: DistrictReview;
  watch: Watch;
  notes: readonly Note[];
  /** What follows from them today. */
  attention: Attention;
}>;
type Row = SteeringRow &
  Omit<Watch, "months" | "reporters"> & {
    reporters: (Omit<WatchedReporter, "periods"> & { bits: number })[];
    notes: Note[];
  };

/** All that the first page, the brief and the list are made of, in two statements however large the district is. */
export function watchedDistrict(actor: Actor, districtId: string): Promise<Watched> {
  requireCan(actor, "district.review", { districtId, villageId: null });
  const trust = can(actor, "trust.read", { districtId, villageId: null });
  return withKeptReading(
    actor.scope,
    { name: "watchedDistrict", of: [today(), trust], districtIds: [districtId] },
    (tx) => readWatched(tx, districtId, trust),
  );
}

async function readWatched(tx: Transaction, districtId: string, trust: boolean): Promise<Watched> {
  const months = monthsUntil(lastFullMonth(today()), WATCHED_MONTHS);
  const [villages, [row]] = await Promise.all([
    villagesOf(tx, districtId),
    tx.execute<Row>(sql`
      with ${newestPlans(districtId)}
      select ${steeringColumns(districtId)}, ${watchColumns({ districtId, months, trust, today: today() })},
        ${notesJson(districtId)} as notes`),
  ]);
  const {
    indicators,
    facilities,
    cells,
    districtCells,
    figures,
    workshop,
    reporters,
    rules,
    contradictions,
    dialogue,
    mentorSteps,
  } = row as Row;
  const year = months[months.length - 12] ?? 0;
  const review = { villages, ...steeringOf(row) };
  const notes = row?.notes ?? [];
  const watch = {
    months,
    indicators: inOrder(indicators),
    facilities,
    cells,
    districtCells,
    figures,
    workshop,
    reporters: reporters.map(({ bits, ...one }) => ({ ...one, periods: monthsOfBits(bits, year) })),
    rules,
    contradictions,
    dialogue,
    mentorSteps,
    trust: row?.trust ?? null,
  };
  const attention = attentionOf({ review, watch, notes, districtId, today: today() });
  return { review, watch, notes, attention };
}

const monthsOfBits = (bits: number, from: number) =>
  Array.from({ length: 31 }, (_, at) => at).flatMap((at) => ((bits >> at) & 1 ? [addMonths(from, at)] : []));

const inOrder = (found: readonly ShownIndicator[]) =>
  WATCHED.flatMap((code) => found.find((indicator) => indicator.code === code) ?? []);

/** What a matter is called, for the form that instructs on it; null when this reader knows nothing of it. */
export function matterOfKey(actor: Actor, key: string): Promise<Matter | null> {
  requireCan(actor, "record.read");
  const kind = kindOfKey(key);
  const [, subject = "", code = ""] = key.split(":");
  return withScope(actor.scope, async (tx) => {
    const [row] = await tx.execute<Omit<Matter, "kind">>(sql`
      select p.name_lo as "nameLo", p.name_en as "nameEn", p.level, i.name_lo as "serviceLo", i.name_en as "serviceEn", p.text
      from (
        select id, name_lo, name_en, level, null as text from places where id = ${subject}
        union all select id, name_lo, name_en, 'facility', null from facilities where id = ${subject}
        union all select id, '', '', 'promise', text from commitments where id = ${subject} and deleted_at is null
        union all select id, '', '', 'action', what from actions where id = ${subject} and deleted_at is null) p
        left join indicators i on i.code = ${code} and i.deleted_at is null`);
    return row && kind ? { ...row, kind } : null;
  });
}
