import { useLocale, useTranslations } from "next-intl";
import { formatDate } from "@/lib/i18n/format";
import { firstDay, monthsUntil } from "@/lib/indicators/months";
import { Select } from "../form/select";
import { TextField } from "../form/text-field";
import { Button } from "../ui/button";
import { Card } from "../ui/card";

/** A district's month as a spreadsheet, to be filled in and read in again. An office's own district needs no code. */
export function SheetCard({ last, everywhere }: { last: number; everywhere: boolean }) {
  const t = useTranslations("exchange.sheet");
  const locale = useLocale();
  const months = monthsUntil(last, 12).reverse();
  return (
    <Card title={t("title")}>
      <form action="/api/imports/values/sheet" className="stack-s">
        <p className="sm">{t("lead")}</p>
        <input type="hidden" name="locale" value={locale} />
        <Select
          name="month"
          label={t("month")}
          options={months.map((one) => ({
            value: String(one),
            label: formatDate(firstDay(one), locale, "month"),
          }))}
        />
        {everywhere && <TextField name="district" label={t("district")} maxLength={20} required />}
        <Button type="submit" icon="download">
          {t("get")}
        </Button>
      </form>
    </Card>
  );
}
