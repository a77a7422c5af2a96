import { useLocale, useTranslations } from "next-intl";
import { ListRow } from "@/components/ui/list-row";
import type { ImportLine } from "@/lib/exchange/queries";
import { formatDateTime, formatNumber } from "@/lib/i18n/format";

const marks = {
  reading: "doing",
  read: "soon",
  writing: "doing",
  written: "done",
  undone: "dropped",
} as const;

export function ValueImportList({ list }: { list: readonly ImportLine[] }) {
  const t = useTranslations("exchange");
  const locale = useLocale();
  if (list.length === 0) return <p>{t("values.none")}</p>;
  return (
    <ul className="card list">
      {list.map((one) => (
        <li key={one.id}>
          <ListRow
            href={`/admin/imports/values/${one.id}`}
            status={marks[one.status]}
            statusLabel={t(`status.${one.status}`)}
            name={one.fileName}
            why={t("line", {
              status: t(`status.${one.status}`),
              name: one.by ?? "",
              when: formatDateTime(one.createdAt, locale),
            })}
            datum={formatNumber(one.summary.rows, locale)}
          />
        </li>
      ))}
    </ul>
  );
}
