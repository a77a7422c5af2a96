import type { useTranslations } from "next-intl";
import { formatNumber } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/routing";
import type { ImportPage } from "./queries";
import type { ImportSummary } from "./summary";

/** Rows that are, or were, to change something. */
export const readyRows = ({ imported, updated, deleted }: ImportSummary) => imported + updated + deleted;

/** What the page says first: the answer with its number. */
export function importWords(
  { status, summary }: ImportPage,
  locale: Locale,
  t: ReturnType<typeof useTranslations<"exchange.import">>,
): { title: string; lead?: string } {
  const n = (value: number) => formatNumber(value, locale);
  const ready = readyRows(summary);
  if (status === "undone") {
    const { restored, stayed } = summary;
    return {
      title: t("undoneTitle"),
      lead: t("undoneLead", { restored: n(restored), stayed, s: n(stayed) }),
    };
  }
  if (status === "written")
    return { title: ready > 0 ? t("writtenTitle", { count: ready, n: n(ready) }) : t("unchangedTitle") };
  const { unknown, conflictRows: conflicts } = summary;
  const none = unknown > 0 ? t("waitingTitle") : t("nothingTitle");
  return {
    title: ready > 0 ? t("readTitle", { count: ready, n: n(ready) }) : none,
    lead: t("readLead", { unknown, u: n(unknown), conflicts, c: n(conflicts) }),
  };
}
