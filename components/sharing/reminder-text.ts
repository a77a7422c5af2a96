import type { Office } from "@/lib/plans/schema";
import type { WallAction } from "@/lib/publishing/views";
import { countPlan, standingOf } from "@/lib/villages/standing";

type Words = Readonly<{
  head: string;
  counts: (of: { k: number; n: number; late: number }) => string;
  late: (of: { what: string; days: number; office: Office | null }) => string;
  soon: (of: { what: string; due: string; office: Office | null }) => string;
  visit: (date: string) => string;
}>;
type Given = Readonly<{ actions: readonly WallAction[]; nextVisit: string | null; today: string }>;

/** What is late and what is due soon, with the office that leads, and the next visit; null when there is nothing to remind of. */
export function reminderText({ actions, nextVisit, today }: Given, words: Words): string | null {
  const { total, done, late } = countPlan(actions, today);
  const standings = actions.map((action) => ({ ...action, ...standingOf(action, today) }));
  const lines = [
    ...standings
      .filter(({ mark }) => mark === "late")
      .sort((a, b) => b.daysLate - a.daysLate)
      .map(({ what, daysLate, lead }) => words.late({ what, days: daysLate, office: lead })),
    ...standings
      .filter(({ mark }) => mark === "soon")
      .map(({ what, due, lead }) => words.soon({ what, due: due ?? today, office: lead })),
    ...(nextVisit ? [words.visit(nextVisit)] : []),
  ];
  if (lines.length === 0) return null;
  return [`*${words.head}*`, words.counts({ k: done, n: total, late }), ...lines].join("\n");
}
