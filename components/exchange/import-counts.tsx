import { useLocale, useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { FactList } from "@/components/ui/fact-list";
import type { ImportPage } from "@/lib/exchange/queries";
import { formatDateTime, formatNumber } from "@/lib/i18n/format";

const shown = ["imported", "updated", "deleted", "unchanged", "notAsked", "setAside", "unknown"] as const;

/** Every row of the file once: what became, or would become, of it. */
export function ImportCounts({ found }: { found: ImportPage }) {
  const t = useTranslations("exchange.import");
  const locale = useLocale();
  const n = (value: number) => formatNumber(value, locale);
  const { summary, values } = found;
  const counts = [
    ...shown.map((key) => ({ key, size: summary[key] })),
    { key: "conflicts" as const, size: summary.conflictRows },
  ];
  const title =
    found.status === "read"
      ? t("counts", { rows: n(summary.rows) })
      : t("countsWritten", { rows: n(summary.rows) });
  return (
    <Card title={title}>
      <FactList
        facts={counts
          .filter(({ key, size }) => size > 0 || key === "imported" || key === "unchanged")
          .map(({ key, size }) => ({ key, term: t(`count.${key}`), value: n(size) }))}
      />
      <p className="sm mut mt-2">{t("sums", { values: n(values) })}</p>
    </Card>
  );
}

export function ImportAbout({ found }: { found: ImportPage }) {
  const t = useTranslations("exchange");
  const locale = useLocale();
  const { unitScheme, elementScheme } = found;
  return (
    <Card>
      <FactList
        facts={[
          { key: "file", term: t("import.file"), value: found.fileName },
          { key: "system", term: t("import.system"), value: found.system },
          {
            key: "ids",
            term: t("import.ids"),
            value: t("import.idsValue", {
              units: t(`scheme.${unitScheme}`),
              elements: t(`scheme.${elementScheme}`),
            }),
          },
          { key: "strategy", term: t("import.strategy"), value: t(`strategy.${found.strategy}`) },
          {
            key: "by",
            term: t("import.by"),
            value: t("import.byValue", {
              name: found.by ?? "",
              when: formatDateTime(found.createdAt, locale),
            }),
          },
        ]}
      />
    </Card>
  );
}
