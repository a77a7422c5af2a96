import type { Months, Spell } from "@/lib/indicators/calculation";
import type { Figure } from "@/lib/indicators/denominators";
import { sinceWorkshop } from "@/lib/indicators/since-workshop";
import type { ShownIndicator } from "@/lib/indicators/view";
import type { problemCategories } from "@/lib/problems/schema";
import { isSmall } from "@/lib/statistics/suppression";

export type Category = (typeof problemCategories)[number];

/** What a solved problem of this kind should move among what villages count; null where they count nothing that it would. */
export const measureOf: Readonly<Record<Category, string | null>> = {
  access_distance: "ANC4_COV",
  transport_season: "INST_DELIV",
  cost_insurance: "INST_DELIV",
  staff_absent_few: "ANC4_COV",
  staff_attitude: "ANC4_COV",
  language_culture: "ANC4_COV",
  gender_decision: "ANC1_COV",
  medicine_stock: null,
  equipment: null,
  water_sanitation: null,
  information_rumour: "DPT3_COV",
  opening_hours: "ANC1_COV",
  referral: "SBA",
  nutrition_food: "UNDERWEIGHT",
  birth_registration: "BIRTH_REG",
  stigma: "ANC1_COV",
  disability_access: null,
  other: null,
};

/** Months of a year: k of n, or hidden because k or what is missing to n is small, or nothing counted. */
export type Measured = Readonly<{ k: number; n: number }> | "hidden" | "missing";
export type Outcome = Readonly<{ before: Measured; after: Measured }>;

/** A count of few people, or of all but few, would tell of them: neither crosses to another district. */
function measured({ k, n, months }: Spell): Measured {
  if (months === 0 || k === null || n === null || n <= 0) return "missing";
  const people = Math.round(n);
  return isSmall(k) || isSmall(people) || isSmall(people - k) ? "hidden" : { k, n: people };
}

type Given = Readonly<{ months: Months; figures: readonly Figure[]; workshop: string | null; end: number }>;

/** The village's own counts in the twelve months before its first workshop, and in the newest twelve since. */
export function outcomeOf(indicator: ShownIndicator, given: Given): Outcome {
  const spells = sinceWorkshop(indicator, given);
  if (!spells) return { before: "missing", after: "missing" };
  return { before: measured(spells.before), after: measured(spells.after) };
}

/** In how many of the villages that show both the share went the wanted way; no test, the villages chose themselves. */
export function wentTheWantedWay(outcomes: readonly Outcome[], direction: ShownIndicator["direction"]) {
  const both = outcomes.flatMap(({ before, after }) =>
    typeof before === "object" && typeof after === "object" ? [{ before, after }] : [],
  );
  const rose = both.filter(({ before, after }) => {
    const change = after.k / after.n - before.k / before.n;
    return direction === "down" ? change < 0 : change > 0;
  });
  return { k: rose.length, n: both.length };
}
