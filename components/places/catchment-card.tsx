import { useLocale, useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { FactList } from "@/components/ui/fact-list";
import { formatDate, formatNumber } from "@/lib/i18n/format";
import { placeName } from "@/lib/i18n/place-name";
import type { CatchmentView } from "@/lib/places/catchment-queries";

/** Who serves the village, since when, and how long the way takes in both seasons; unknown is said, not left blank. */
export function CatchmentCard({ catchments }: { catchments: readonly CatchmentView[] }) {
  const t = useTranslations("places.catchment");
  const words = useTranslations("common.word");
  const locale = useLocale();
  const minutes = (value: number | null) =>
    value === null ? words("unknown") : t("minutes", { n: formatNumber(value, locale) });
  const period = ({ validFrom, validTo }: CatchmentView) =>
    validTo
      ? t("between", {
          from: formatDate(validFrom, locale, "short"),
          to: formatDate(validTo, locale, "short"),
        })
      : t("since", { date: formatDate(validFrom, locale) });
  return (
    <Card title={t("title")}>
      {catchments.length === 0 && <p>{t("none")}</p>}
      <FactList
        facts={catchments.map((one) => ({
          key: one.id,
          term: period(one),
          value: (
            <>
              {placeName(one, locale)}
              <span className="block sm mut">
                {t("way", { dry: minutes(one.travelMinDry), wet: minutes(one.travelMinWet) })}
              </span>
            </>
          ),
        }))}
      />
    </Card>
  );
}
