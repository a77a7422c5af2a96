import type { Money } from "./budget-queries";
import { payerOf } from "./budget-rules";
import type { MoneyView } from "./view";

type Cell = string | number | null;
type Words = Readonly<{
  /** Heading of each column, by its name. */
  head: (name: string) => string;
  purpose: (purpose: MoneyView["lines"][number]["line"]["purpose"]) => string;
  payer: (payer: ReturnType<typeof payerOf>) => string;
  placeName: (place: { nameLo: string; nameEn: string }) => string;
  nation: string;
  uncovered: string;
}>;

const columns = [
  "year",
  "code",
  "place",
  "purpose",
  "payer",
  "source",
  "funder",
  "planned",
  "approved",
  "due",
  "disbursed",
  "disbursedOn",
  "daysLate",
  "spent",
  "document",
] as const;

/** Every line of the page, and what workshops cost without one. */
export function budgetFileRows(money: Money, view: MoneyView, year: number, words: Words): Cell[][] {
  const place = (districtId: string | null, provinceId: string | null) =>
    money.districts.find(({ id }) => id === districtId) ??
    money.provinces.find(({ id }) => id === provinceId);
  const named = (found: ReturnType<typeof place>): Cell[] =>
    found ? [found.code, words.placeName(found)] : [null, words.nation];
  return [
    columns.map(words.head),
    ...view.lines.map(({ line, spent, delay }): Cell[] => {
      const funder = money.funders.find(({ id }) => id === line.funderId);
      return [
        line.year,
        ...named(place(line.districtId, line.provinceId)),
        words.purpose(line.purpose),
        words.payer(payerOf(line.fundSource)),
        line.fundSource,
        funder ? words.placeName(funder) : null,
        line.plannedKip,
        line.approvedKip,
        line.disbursementDue,
        line.disbursedKip,
        line.disbursedOn,
        delay?.days ?? null,
        spent,
        line.source,
      ];
    }),
    ...view.uncovered.map((cost): Cell[] => [
      year,
      ...named(place(cost.districtId, cost.provinceId)),
      words.uncovered,
      words.payer(payerOf(cost.fundSource)),
      cost.fundSource,
      cost.funder,
      null,
      null,
      null,
      null,
      null,
      null,
      cost.kip,
      null,
    ]),
  ];
}
