import { useLocale, useTranslations } from "next-intl";
import { ListRow } from "@/components/ui/list-row";
import { formatDateTime } from "@/lib/i18n/format";
import type { ImportView } from "@/lib/places/import/queries";

const marks = { dry_run: "soon", accepted: "done", undone: "dropped" } as const;

export function ImportList({ list }: { list: readonly ImportView[] }) {
  const t = useTranslations("places");
  const locale = useLocale();
  if (list.length === 0) return <p>{t("imports.none")}</p>;
  return (
    <ul className="card list">
      {list.map((one) => (
        <li key={one.id}>
          <ListRow
            href={`/admin/imports/${one.id}`}
            status={marks[one.status]}
            statusLabel={t(`importStatus.${one.status}`)}
            name={`${t(`importKind.${one.kind}`)}: ${one.fileName}`}
            why={`${t(`importStatus.${one.status}`)} · ${t("imports.by", { name: one.by ?? "", when: formatDateTime(one.createdAt, locale) })}`}
          />
        </li>
      ))}
    </ul>
  );
}
