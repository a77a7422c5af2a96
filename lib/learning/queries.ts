import "server-only";
import { sql } from "drizzle-orm";
import { withScope } from "@/db/client";
import type { Actor } from "@/lib/access/actor";
import { requireCan } from "@/lib/access/can";
import { today } from "@/lib/clock";
import type { Figure } from "@/lib/indicators/denominators";
import { addMonths, lastFullMonth } from "@/lib/indicators/months";
import { indicatorsJson } from "@/lib/indicators/sql";
import { type Cell, monthsOf, type ShownIndicator } from "@/lib/indicators/view";
import type { Office } from "@/lib/plans/schema";
import { problemCategories } from "@/lib/problems/schema";
import type { Said } from "@/lib/voices/schema";
import { type Category, measureOf, type Outcome, outcomeOf } from "./rules";

export const likenesses = ["centre", "group", "language", "access", "province"] as const;
export type Likeness = (typeof likenesses)[number];
type Name = Readonly<{ nameLo: string; nameEn: string }>;

/** An action that solved a problem of the category, as public pages tell it. */
export type WorkedCase = Name &
  Readonly<{
    villageId: string;
    code: string | null;
    districtId: string;
    districtLo: string;
    districtEn: string;
    what: string;
    doneOn: string | null;
    lead: Office | null;
    alike: readonly Likeness[];
    said: Said | null;
    source: string | null;
    workshop: string | null;
  }>;
export type OwnVillage = Name & Readonly<{ id: string; code: string | null }>;
export type LearnedCase = WorkedCase & Readonly<{ outcome: Outcome | null }>;
export type Learning = Readonly<{
  category: Category | null;
  cases: readonly LearnedCase[];
  indicator: ShownIndicator | null;
  villages: readonly OwnVillage[];
  village: OwnVillage | null;
}>;

const most = 40;
/** A year before a workshop of two years ago, and the months since. */
const monthsBack = 40;
const list = (values: readonly string[]) => `{${values.map((value) => `"${value}"`).join(",")}}`;

export type Asked = Readonly<{ category?: string; village?: string }>;

/** What worked on one category of problem, most like the reader's own village first, in two statements. */
export async function whatWorked(actor: Actor, asked: Asked): Promise<Learning> {
  requireCan(actor, "record.read");
  const end = lastFullMonth(today());
  const wanted = problemCategories.find((one) => one === asked.category) ?? null;
  return withScope(actor.scope, async (tx) => {
    const [row] = await tx.execute<Learning & { indicators: ShownIndicator[] }>(sql`
      with own as (
        select id, code, name_lo as "nameLo", name_en as "nameEn" from places
        where level = 'village' and valid_to is null and (district_id = any(app_districts()) or id = any(app_villages()))),
      asked as (
        select coalesce(${wanted}::text, worked_first(${list(problemCategories)}::text[])) as category,
          (select id from own where code = ${asked.village ?? ""} or id::text = ${asked.village ?? ""}) as village)
      select asked.category, worked_cases(asked.category, asked.village, ${most}) as cases,
        ${indicatorsJson()} as indicators,
        (select coalesce(json_agg(own order by own."nameLo"), '[]') from own) as villages,
        (select row_to_json(own) from own where own.id = asked.village) as village
      from asked`);
    const { indicators, ...learning } = row as Learning & { indicators: ShownIndicator[] };
    const { category, cases } = learning;
    const indicator =
      indicators.find(({ code }) => category !== null && code === measureOf[category]) ?? null;
    if (!indicator || cases.length === 0)
      return { ...learning, indicator, cases: cases.map((one) => ({ ...one, outcome: null })) };
    const elements = [...indicator.numerator, ...(indicator.denominator ?? [])].map((one) =>
      one.replace(/^-/, ""),
    );
    const ids = [...new Set(cases.map(({ villageId }) => villageId))];
    const [values] = await tx.execute<{ values: Values }>(sql`
      select worked_values(${category}, ${list(ids)}::uuid[], ${list(elements)}::text[], ${addMonths(end, -monthsBack)}) as values`);
    const told = outcomesOf(indicator, { cases, end, ...(values?.values ?? { cells: [], figures: [] }) });
    return { ...learning, indicator, cases: cases.map((one) => ({ ...one, outcome: told(one) })) };
  });
}

type Values = {
  cells: readonly (readonly [village: string, ...Cell])[];
  figures: readonly (Figure & { villageId: string })[];
};

function outcomesOf(
  indicator: ShownIndicator,
  { cases, cells, figures, end }: Values & { cases: readonly WorkedCase[]; end: number },
) {
  const byVillage = Map.groupBy(cells, ([village]) => village);
  const known = Map.groupBy(figures, ({ villageId }) => villageId);
  const outcomes = new Map(
    cases.map(({ villageId, workshop }) => {
      const own = (byVillage.get(villageId) ?? []).map(([, ...cell]) => cell);
      const months = monthsOf(own, "village");
      return [
        villageId,
        outcomeOf(indicator, { months, figures: known.get(villageId) ?? [], workshop, end }),
      ];
    }),
  );
  return ({ villageId }: WorkedCase): Outcome | null => outcomes.get(villageId) ?? null;
}
