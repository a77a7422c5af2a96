import "./comparison.css";
import { villageLines } from "@/lib/comparison/village-lines";
import type { ComparedVillage, Comparison } from "@/lib/comparison/village-rows";
import type { ComparisonWords } from "@/lib/comparison/words";
import { formatNumber } from "@/lib/i18n/format";
import { WrittenTable } from "../ui/written-table";
import { ComparedVillageRows } from "./village-rows";

type Props = {
  comparison: Pick<Comparison, "indicator" | "trustScale">;
  villages: readonly ComparedVillage[];
  /** What was chosen of them, as in the address. */
  choices: string;
  /** Share of all villages shown. */
  reference: number | null;
  words: ComparisonWords;
};

/** One line a village; under 700 px each line reads as a card. */
export function ComparedVillagesTable({ comparison, villages, choices, reference, words }: Props) {
  const { locale, villages: t } = words;
  const { indicator, trustScale } = comparison;
  const [low, high] = trustScale?.range ?? [0, 0];
  const trust =
    trustScale && t("column.trust", { low: formatNumber(low, locale), high: formatNumber(high, locale) });
  const columns = [
    t("column.rate"),
    t("column.since"),
    ...(trust ? [trust] : []),
    t("column.plan"),
    t("column.report"),
    t("column.visit"),
  ];
  return (
    <WrittenTable
      className="t cards cmp-table"
      head={t("column.village")}
      columns={columns}
      of={comparison}
      by={choices}
      rows={
        <ComparedVillageRows
          lines={() => villageLines(villages, indicator, words)}
          code={indicator.code}
          {...{ trust, reference, words }}
        />
      }
    />
  );
}
