import { useLocale, useTranslations } from "next-intl";
import type { Erasure } from "@/lib/history/erase-commands";
import { formatNumber } from "@/lib/i18n/format";
import { placeHref } from "@/lib/villages/place-head";
import { ClientMessages } from "../shell/client-messages";
import { ButtonLink } from "../ui/button";
import { Card } from "../ui/card";
import { Notice } from "../ui/notice";
import { PageHeader } from "../ui/page-header";
import { useRecordName } from "./change-entry";
import { useValueText } from "./change-values";
import { EraseForm } from "./erase-form";

/** Before anything is erased: what goes, what stays, and why it is asked. */
export function EraseView({ erasure: { head, shown, belonging } }: { erasure: Erasure }) {
  const t = useTranslations("history.erase");
  const locale = useLocale();
  const recordName = useRecordName();
  const number = (value: number) => formatNumber(value, locale);
  const own = shown.lines.filter((line) => line.subject === shown.subject);
  const left = own.filter((line) => !line.erased);
  const name = recordName(shown.type, left[0]?.label ?? null);
  const back = `${placeHref(head, "history")}?subject=${shown.subject}`;
  return (
    <>
      <PageHeader
        title={t("title", { record: name })}
        lead={t("lead")}
        action={
          <ButtonLink icon="back" href={back}>
            {t("back")}
          </ButtonLink>
        }
      />
      <div className="stack max-w-[720px]">
        <Card title={t("goes")}>
          <p>{t("goesText", { count: left.length, n: number(left.length) })}</p>
          <Said lines={left} />
          {shown.type === "photo" && <p>{t("picture")}</p>}
        </Card>
        <Card title={t("stays")}>
          <ul className="list-disc pl-6 stack-s">
            <li>{t("staysTrace")}</li>
            {belonging > 0 && <li>{t("staysBelonging", { count: belonging, n: number(belonging) })}</li>}
            <li>{t("staysPaper")}</li>
            <li>{t("staysBackups")}</li>
          </ul>
        </Card>
        {left.length === 0 ? (
          <Notice tone="done">{t("already")}</Notice>
        ) : (
          <ClientMessages domains={["history"]}>
            <EraseForm subject={shown.subject} />
          </ClientMessages>
        )}
      </div>
    </>
  );
}

/** The words that would be gone, each once. */
function Said({ lines }: { lines: Erasure["shown"]["lines"] }) {
  const t = useTranslations("history");
  const value = useValueText();
  const said = new Map<string, string>();
  for (const { after } of lines)
    for (const [field, content] of Object.entries(after ?? {})) {
      const name = field as "note";
      if (content !== null && t.has(`name.${name}`))
        said.set(`${t(`name.${name}`)}: ${value(field, content)}`, field);
    }
  if (said.size === 0) return null;
  return (
    <ul className="list-disc pl-6 sm wrap-anywhere">
      {[...said.keys()].map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}
