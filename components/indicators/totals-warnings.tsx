import { useLocale, useTranslations } from "next-intl";
import { formatList, formatNumber } from "@/lib/i18n/format";
import { placeName } from "@/lib/i18n/place-name";
import type { Warning } from "@/lib/indicators/validation";
import type { ShownElement } from "@/lib/indicators/view";
import { Notice } from "../ui/notice";

/** Over twelve months a part that is more than its whole is no chance any more: it is said on the page. */
export function TotalsWarnings({
  warnings,
  elements,
}: {
  warnings: readonly Warning[];
  elements: readonly ShownElement[];
}) {
  const t = useTranslations("indicators.totals");
  const locale = useLocale();
  const name = (code: string) =>
    placeName(elements.find((one) => one.code === code) ?? { nameLo: code, nameEn: code }, locale);
  const n = (value: number) => formatNumber(value, locale);
  return warnings.map((warning) =>
    warning.rule === "atMost" ? (
      <Notice
        key={warning.code}
        tone="soon"
        title={t("atMost", {
          name: name(warning.code),
          value: n(warning.value),
          of: formatList(warning.of.map(name), locale),
          limit: n(warning.limit),
        })}
      >
        {t("advice")}
      </Notice>
    ) : null,
  );
}
