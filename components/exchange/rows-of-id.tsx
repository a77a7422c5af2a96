import { useLocale, useTranslations } from "next-intl";
import type { ImportId } from "@/lib/exchange/queries";
import { formatNumber } from "@/lib/i18n/format";

/** An id as the file has it, how often and from where, and why it cannot be used when that is known. */
export function RowsOfId({ id }: { id: ImportId }) {
  const t = useTranslations("exchange.unknown");
  const locale = useLocale();
  const { externalId, size, firstRow, outcome } = id;
  const n = (value: number) => formatNumber(value, locale);
  return (
    <p>
      <b className="wrap-anywhere">{externalId}</b>{" "}
      <span className="sm mut">
        {t("rows", { count: size, n: n(size), first: n(firstRow) })}
        {(outcome === "outside" || outcome === "no_reporter") && ` · ${t(outcome)}`}
      </span>
    </p>
  );
}
