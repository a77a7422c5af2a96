import { useLocale, useTranslations } from "next-intl";
import { formatNumber } from "@/lib/i18n/format";
import type { KnownChecklist } from "@/lib/sync/known";
import { ButtonLink } from "../ui/button";
import { Card } from "../ui/card";
import { Notice } from "../ui/notice";

/** The newest version of each of the seven tools, as it is scored; earlier ones by their number. */
export function ChecklistList({ checklists }: { checklists: readonly KnownChecklist[] }) {
  const series = [...Map.groupBy(checklists, (one) => one.series).values()];
  return (
    <div className="stack">
      {series.map(
        (versions) => versions[0] && <Newest key={versions[0].id} newest={versions[0]} versions={versions} />,
      )}
    </div>
  );
}

type Props = { newest: KnownChecklist; versions: readonly KnownChecklist[] };

function Newest({ newest, versions }: Props) {
  const t = useTranslations("checklists");
  const words = useTranslations("mentorship");
  const locale = useLocale();
  const n = (value: number) => formatNumber(value, locale);
  const said = (text: { lo: string; en: string }) => (locale === "en" ? text.en : text.lo);
  return (
    <Card
      title={locale === "en" ? newest.nameEn : newest.nameLo}
      action={
        <ButtonLink href={`/admin/checklists/${newest.id}`} icon="edit">
          {t("edit")}
        </ButtonLink>
      }
    >
      <div className="stack-s">
        {newest.wording === "working" && <Notice tone="soon">{words("working")}</Notice>}
        <p className="sm mut">
          {t("versions", {
            n: n(newest.version),
            all: versions.map((one) => n(one.version)).join(", "),
            pass: n(newest.passPercent),
          })}
          {newest.source && ` · ${newest.source}`}
        </p>
        {newest.sections.map(({ code, text }) => (
          <details key={code}>
            <summary>
              {said(text)} · {n(newest.items.filter(({ section }) => section === code).length)}
            </summary>
            <ul className="stack-s mt-2">
              {newest.items
                .filter(({ section }) => section === code)
                .map((item) => (
                  <li key={item.code}>
                    {said(item.text)} {item.critical && <span className="tag">◆ {words("critical")}</span>}
                  </li>
                ))}
            </ul>
          </details>
        ))}
      </div>
    </Card>
  );
}
