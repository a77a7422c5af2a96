import { useLocale, useTranslations } from "next-intl";
import { formatDate } from "@/lib/i18n/format";

type Shown = {
  id: string;
  date: string;
  kind: "create" | "rename" | "merge" | "split" | "reparent" | "abolish";
  decree: string;
  note: string;
  by: string | null;
};

export function ChangeList({ changes }: { changes: readonly Shown[] }) {
  const t = useTranslations("places");
  const locale = useLocale();
  if (changes.length === 0) return <p className="mut">{t("list.changesNone")}</p>;
  return (
    <ul className="stack-s">
      {changes.map((change) => (
        <li key={change.id}>
          <b>{t(`kind.${change.kind}`)}</b> · <span className="nw">{formatDate(change.date, locale)}</span>
          <span className="block sm mut">
            {[change.decree, change.note, change.by].filter(Boolean).join(" · ")}
          </span>
        </li>
      ))}
    </ul>
  );
}
