import "../comparison/comparison.css";
import { useTranslations } from "next-intl";
import type { Equity } from "@/lib/equity/queries";
import { AreaFields } from "../comparison/area-fields";
import { Button } from "../ui/button";

/** An ordinary GET: what is chosen stands in the address. */
export function ChooseForm({ equity }: { equity: Equity }) {
  const t = useTranslations("equity.choose");
  return (
    <form className="cmp-form noprint" aria-label={t("label")}>
      <div className="cmp-fields">
        <AreaFields
          chosen={equity}
          labels={{ place: t("place"), everywhere: t("everywhere"), indicator: t("indicator") }}
        />
        <Button type="submit">{t("show")}</Button>
      </div>
    </form>
  );
}
