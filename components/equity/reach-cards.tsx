import "./equity.css";
import { useLocale, useTranslations } from "next-intl";
import type { Equity } from "@/lib/equity/queries";
import { dimensionNames } from "@/lib/equity/rules";
import { partName } from "@/lib/equity/words";
import { formatNumber, formatPercent } from "@/lib/i18n/format";
import { STABLE_FROM } from "@/lib/statistics/proportion";
import { DotInterval } from "../chart/dot-interval";
import { Card } from "../ui/card";

/** Villages reached of all alike, one card for each way of telling villages apart. */
export function ReachCards({ equity: { lines, all } }: { equity: Equity }) {
  const t = useTranslations("equity");
  const locale = useLocale();
  const n = (value: number) => formatNumber(value, locale);
  return dimensionNames.map((dimension) => (
    <Card key={dimension} title={t(`dimension.${dimension}`)}>
      <DotInterval
        summary={t("reachRule")}
        domain={[0, 1]}
        ends={[formatPercent(0, locale), formatPercent(1, locale)]}
        reference={all.p ?? undefined}
        rows={lines
          .filter((line) => line.dimension === dimension)
          .map((line) => ({
            key: line.part,
            label: partName(t, line),
            value: line.reached.p,
            lo: line.reached.lo,
            hi: line.reached.hi,
            hollow: line.reached.n < STABLE_FROM,
            words: (
              <>
                <b>{t("ofN", { k: n(line.reached.k), n: n(line.reached.n) })}</b>
                <span className="block xs mut">
                  {t("planned", { count: line.planned, n: n(line.planned) })}
                </span>
              </>
            ),
          }))}
      />
    </Card>
  ));
}
