import "../comparison/comparison.css";
import { useLocale, useTranslations } from "next-intl";
import type { Services } from "@/lib/evaluation/services-queries";
import { formatNumber } from "@/lib/i18n/format";
import { AreaFields } from "../comparison/area-fields";
import { Select } from "../form/select";
import { Button } from "../ui/button";

/** An ordinary GET: what is chosen stands in the address. */
export function ChooseForm({ services }: { services: Services }) {
  const t = useTranslations("evaluation.choose");
  const locale = useLocale();
  const { years, year } = services;
  const options = years.some(([one]) => one === year) ? years : [[year, 0] as const, ...years];
  return (
    <form className="cmp-form noprint" aria-label={t("label")}>
      <div className="cmp-fields">
        <AreaFields
          chosen={services}
          labels={{ place: t("place"), everywhere: t("everywhere"), indicator: t("indicator") }}
        />
        {years.length > 0 && (
          <Select
            name="year"
            label={t("year")}
            defaultValue={String(year)}
            options={options.map(([one, count]) => ({
              value: String(one),
              label: t("yearOf", { year: String(one), count, n: formatNumber(count, locale) }),
            }))}
          />
        )}
        <Button type="submit">{t("show")}</Button>
      </div>
    </form>
  );
}
