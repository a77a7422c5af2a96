import "../comparison/comparison.css";
import { useLocale, useTranslations } from "next-intl";
import type { Equity } from "@/lib/equity/queries";
import { placeName } from "@/lib/i18n/place-name";
import { Select } from "../form/select";
import { Button } from "../ui/button";

/** An ordinary GET: what is chosen stands in the address. */
export function ChooseForm({ equity }: { equity: Equity }) {
  const t = useTranslations("equity.choose");
  const locale = useLocale();
  const { indicator, indicators, provinces, within } = equity;
  const places = within && !provinces.some(({ id }) => id === within.id) ? [...provinces, within] : provinces;
  return (
    <form className="cmp-form noprint" aria-label={t("label")}>
      <div className="cmp-fields">
        <Select
          name="place"
          label={t("place")}
          defaultValue={within?.code ?? ""}
          placeholder={t("everywhere")}
          options={places.map((one) => ({ value: one.code, label: placeName(one, locale) }))}
        />
        {indicator && (
          <Select
            name="indicator"
            label={t("indicator")}
            defaultValue={indicator.code}
            options={indicators.map((one) => ({ value: one.code, label: placeName(one, locale) }))}
          />
        )}
        <Button type="submit">{t("show")}</Button>
      </div>
    </form>
  );
}
