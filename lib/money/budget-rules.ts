import { ownSources, type Payer } from "@/lib/counts/stages";
import { daysBetween } from "@/lib/i18n/format";
import { foldLao } from "@/lib/i18n/lao";
import type { BudgetPurpose, BudgetSource } from "./vocabularies";

export type BudgetLine = Readonly<{
  id: string;
  year: number;
  /** The district or province it is for; the nation when neither is named. */
  districtId: string | null;
  provinceId: string | null;
  purpose: BudgetPurpose;
  fundSource: BudgetSource;
  funderId: string | null;
  plannedKip: number | null;
  approvedKip: number | null;
  disbursementDue: string | null;
  disbursedKip: number | null;
  disbursedOn: string | null;
  spentKip: number | null;
}>;

/** What the workshops held in a district in a year cost, by whose money it was; null where nobody recorded it. */
export type WorkshopCost = Readonly<{
  districtId: string;
  provinceId: string;
  fundSource: string | null;
  funder: string | null;
  kip: number;
  workshops: number;
}>;

/** The rule of lib/counts: public money of any level is own budget; what came in kind, or nobody recorded, is neither. */
export function payerOf(fundSource: string | null): Payer {
  if (fundSource === "partner") return "partner";
  return ownSources.some((source) => source === fundSource) ? "own" : "none";
}

export type Delay = Readonly<{ is: "late" | "came_late"; days: number; missingKip: number | null }>;

/**
 * A disbursement is late from the day after it was due until all that was approved (planned, while nothing is approved) has
 * come; one that came later than due stays marked with how many days.
 */
export function delayOf(line: BudgetLine, today: string): Delay | null {
  const { disbursementDue: due, disbursedKip, disbursedOn } = line;
  if (due === null) return null;
  const owed = line.approvedKip ?? line.plannedKip;
  const came = disbursedKip ?? 0;
  const whole = owed === null ? came > 0 : came >= owed;
  if (whole) {
    const days = disbursedOn === null ? 0 : daysBetween(due, disbursedOn);
    return days > 0 ? { is: "came_late", days, missingKip: null } : null;
  }
  const days = daysBetween(due, today);
  return days > 0 ? { is: "late", days, missingKip: owed === null ? null : owed - came } : null;
}

type Funder = Readonly<{ id: string; nameLo: string; nameEn: string }>;
export type Spending = Readonly<{
  /** By line: what was typed, for workshops what the workshops say. */
  ofLine: ReadonlyMap<string, number | null>;
  /** What workshops cost that no line, or no single line, is for. */
  uncovered: readonly WorkshopCost[];
}>;

/**
 * What is spent is recorded once (docs/decisions/0048). A workshop's cost belongs to the line for workshops of the same source in
 * its district, else in its province, else in the nation; among several to the one of the funder the workshop names.
 */
export function spendingOf(
  lines: readonly BudgetLine[],
  costs: readonly WorkshopCost[],
  funders: readonly Funder[],
): Spending {
  const ofLine = new Map<string, number | null>(
    lines.map((line) => [line.id, line.purpose === "workshops" ? 0 : line.spentKip]),
  );
  const uncovered = costs.filter((cost) => {
    const line = lineFor(cost, lines, funders);
    if (line) ofLine.set(line.id, (ofLine.get(line.id) ?? 0) + cost.kip);
    return !line;
  });
  return { ofLine, uncovered };
}

function lineFor(
  cost: WorkshopCost,
  lines: readonly BudgetLine[],
  funders: readonly Funder[],
): BudgetLine | null {
  const fit = lines.filter(
    ({ purpose, fundSource }) => purpose === "workshops" && fundSource === cost.fundSource,
  );
  const levels = [
    fit.filter(({ districtId }) => districtId === cost.districtId),
    fit.filter(({ districtId, provinceId }) => districtId === null && provinceId === cost.provinceId),
    fit.filter(({ districtId, provinceId }) => districtId === null && provinceId === null),
  ];
  const nearest = levels.find((level) => level.length > 0) ?? [];
  if (nearest.length <= 1) return nearest[0] ?? null;
  const named = nearest.filter(({ funderId }) =>
    isNamed(
      cost.funder,
      funders.find(({ id }) => id === funderId),
    ),
  );
  return named.length === 1 ? (named[0] ?? null) : null;
}

function isNamed(text: string | null, funder: Funder | undefined): boolean {
  if (!text || !funder) return false;
  return [funder.nameLo, funder.nameEn].some((name) => foldLao(name) === foldLao(text));
}

export type Amounts = Readonly<{ planned: number; approved: number; disbursed: number; spent: number }>;
const none: Amounts = { planned: 0, approved: 0, disbursed: 0, spent: 0 };

type SessionCost = Readonly<{ fundSource: string | null; inBudget: boolean | null; kip: number }>;

/**
 * Sums by whose money it is; workshops without a line count as spent too, and mentoring sessions that say that no line has
 * their cost. Where a session says nothing of it, its cost may be in a line, and is not added.
 */
export function amountsByPayer(
  lines: readonly BudgetLine[],
  spending: Spending,
  sessions: readonly SessionCost[] = [],
): Readonly<Record<Payer, Amounts>> {
  const sums: Record<Payer, Amounts> = { own: none, partner: none, none };
  const add = (payer: Payer, more: Partial<Amounts>) => {
    const before = sums[payer];
    sums[payer] = {
      planned: before.planned + (more.planned ?? 0),
      approved: before.approved + (more.approved ?? 0),
      disbursed: before.disbursed + (more.disbursed ?? 0),
      spent: before.spent + (more.spent ?? 0),
    };
  };
  for (const line of lines) {
    add(payerOf(line.fundSource), {
      planned: line.plannedKip ?? 0,
      approved: line.approvedKip ?? 0,
      disbursed: line.disbursedKip ?? 0,
      spent: spending.ofLine.get(line.id) ?? 0,
    });
  }
  for (const cost of spending.uncovered) add(payerOf(cost.fundSource), { spent: cost.kip });
  for (const { fundSource, inBudget, kip } of sessions)
    if (inBudget === false) add(payerOf(fundSource), { spent: kip });
  return sums;
}

/** What sessions cost: already in a budget line, in none, or nobody said; each kip in one of them. */
export function sessionSums(sessions: readonly (SessionCost & Readonly<{ sessions: number }>)[]) {
  const sum = (inBudget: boolean | null) =>
    sessions.filter((one) => one.inBudget === inBudget).reduce((before, { kip }) => before + kip, 0);
  const unsaid = sessions.filter(({ inBudget }) => inBudget === null);
  return {
    inLine: sum(true),
    apart: sum(false),
    unsaid: sum(null),
    silent: unsaid.reduce((before, one) => before + one.sessions, 0),
  };
}

/** The own budgets' share of what is known to be whose; null when nothing was spent. */
export function ownShare(spent: Readonly<Partial<Record<Payer, number>>>): number | null {
  const { own = 0, partner = 0 } = spent;
  const all = own + partner;
  return all === 0 ? null : own / all;
}
