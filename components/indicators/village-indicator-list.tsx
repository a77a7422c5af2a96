import { useLocale, useTranslations } from "next-intl";
import { formatNumber } from "@/lib/i18n/format";
import { placeName } from "@/lib/i18n/place-name";
import type { Spell } from "@/lib/indicators/calculation";
import { elementGroups } from "@/lib/indicators/schema";
import type { VillageIndicator } from "@/lib/indicators/view";
import { Card } from "../ui/card";
import { ListRow } from "../ui/list-row";
import { useRateText } from "./rate-text";
import { hasNumbers } from "./village-indicators";

type Props = { rows: readonly VillageIndicator[]; hrefOf: (code: string) => string };

/** One line an indicator: twelve months and the quarters behind them; opened one at a time. */
export function VillageIndicatorList({ rows, hrefOf }: Props) {
  const t = useTranslations("indicators");
  const locale = useLocale();
  const groups = elementGroups
    .map((group) => ({
      group,
      rows: rows.filter((row) => row.indicator.group === group && hasNumbers(row)),
    }))
    .filter((one) => one.rows.length > 0);
  return groups.map(({ group, rows: own }) => (
    <Card key={group} title={t(`group.${group}`)}>
      <ul>
        {own.map((row) => (
          <li key={row.indicator.code}>
            <ListRow
              href={hrefOf(row.indicator.code)}
              name={placeName(row.indicator, locale)}
              why={<Line row={row} />}
            />
          </li>
        ))}
      </ul>
    </Card>
  ));
}

/** What the village itself counted; where it does not count this, the health centre's, named as such. */
function Line({ row: { indicator, year, quarters, centres } }: { row: VillageIndicator }) {
  const t = useTranslations("indicators.village");
  const locale = useLocale();
  const rate = useRateText();
  const [centre] = centres;
  if (year.rate.months === 0 && centre) {
    return t("ofCentre", { name: placeName(centre, locale), text: rate(indicator, centre.year).main });
  }
  const n = (value: number) => formatNumber(value, locale, { maxDecimals: 0 });
  const quarter = ({ k, n: of }: Spell) =>
    k === null ? "×" : of === null || !Number.isInteger(of) ? n(k) : `${n(k)}/${n(of)}`;
  return t("counted", {
    text: rate(indicator, year).main,
    quarters: quarters.map(({ spell }) => quarter(spell)).join(" · "),
  });
}
