import { type Governance, governanceMeasures } from "@/lib/counts/governance";
import { formatPercent } from "@/lib/i18n/format";
import type { RolloutWords } from "@/lib/rollout/words";
import { PERCENT_FROM, wilson } from "@/lib/statistics/proportion";
import { Card } from "../ui/card";
import { WrittenTable } from "../ui/written-table";

type Props = { measures: Governance; year: number; words: RolloutWords };

/** Governance and involvement: every measure as k of n, with what it counts beside it. */
export function GovernanceCard({ measures, year, words: { t, n, locale } }: Props) {
  const columns = [t("governance.kOfN"), t("governance.what")];
  return (
    <Card title={t("governance.title")}>
      <WrittenTable
        className="t stacks"
        head={t("governance.measure")}
        columns={columns}
        rows={governanceMeasures.map((measure) => {
          const [k, of] = measures[measure];
          const share = of < PERCENT_FROM ? null : wilson(k, of).p;
          const text = of === 0 ? t("governance.nothing") : t("ofN", { k: n(k), n: n(of) });
          return (
            <tr key={measure}>
              <th scope="row">{t(`governance.${measure}`, { year: String(year) })}</th>
              <td data-label={columns[0]} className="nw">
                {share === null ? text : `${text} · ${formatPercent(share, locale)}`}
              </td>
              <td data-label={columns[1]} className="sm mut">
                {t(`governance.${measure}_what`)}
              </td>
            </tr>
          );
        })}
      />
    </Card>
  );
}
