import { type Payer, payers } from "@/lib/counts/stages";
import type { KeptLine, Money } from "./budget-queries";
import {
  type Amounts,
  amountsByPayer,
  type Delay,
  delayOf,
  ownShare,
  payerOf,
  type Spending,
  spendingOf,
  type WorkshopCost,
} from "./budget-rules";

export type LineView = Readonly<{ line: KeptLine; spent: number | null; delay: Delay | null }>;
export type YearView = Readonly<{ year: number; planned: number; spent: number; share: number | null }>;

export type MoneyView = Readonly<{
  lines: readonly LineView[];
  uncovered: readonly WorkshopCost[];
  byPayer: Readonly<Record<Payer, Amounts>>;
  share: number | null;
  /** Villages with a workshop in the year, by payer. */
  villages: Readonly<Record<Payer, number>>;
  years: readonly YearView[];
  late: readonly (LineView & { delay: Delay })[];
}>;

const zero = (): Record<Payer, number> => ({ own: 0, partner: 0, none: 0 });

/** What a page and a file say of a year's money. */
export function moneyView(money: Money, today: string): MoneyView {
  const spending = spendingOf(money.lines, money.costs, money.funders);
  const byPayer = amountsByPayer(money.lines, spending, money.sessions);
  const lines = money.lines.map((line) => lineView(line, spending, today));
  const villages = zero();
  for (const { fundSource, villages: n } of money.villages) villages[payerOf(fundSource)] += n;
  return {
    lines,
    uncovered: spending.uncovered,
    byPayer,
    share: ownShare(Object.fromEntries(payers.map((payer) => [payer, byPayer[payer].spent]))),
    villages,
    years: yearsOf(money),
    late: lines
      .filter((one): one is LineView & { delay: Delay } => one.delay?.is === "late")
      .sort((a, b) => b.delay.days - a.delay.days),
  };
}

const lineView = (line: KeptLine, { ofLine }: Spending, today: string): LineView => ({
  line,
  spent: ofLine.get(line.id) ?? null,
  delay: delayOf(line, today),
});

function yearsOf({ years }: Money): YearView[] {
  const told = years.filter((sum) => sum.spent > 0 || sum.planned > 0);
  return [...Map.groupBy(told, ({ year }) => year)].map(([year, sums]) => {
    const spent = zero();
    for (const sum of sums) spent[payerOf(sum.fundSource)] += sum.spent;
    const total = (read: (sum: (typeof sums)[number]) => number) =>
      sums.reduce((before, sum) => before + read(sum), 0);
    return {
      year,
      planned: total((sum) => sum.planned),
      spent: total((sum) => sum.spent),
      share: ownShare(spent),
    };
  });
}
