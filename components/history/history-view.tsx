import "../villages/villages.css";
import { useLocale, useTranslations } from "next-intl";
import type { PlaceHistory } from "@/lib/history/queries";
import { formatDateTime, formatNumber } from "@/lib/i18n/format";
import { placeHref } from "@/lib/villages/place-head";
import { ClientMessages } from "../shell/client-messages";
import { ButtonLink } from "../ui/button";
import { ListRow } from "../ui/list-row";
import { Notice } from "../ui/notice";
import { PageHeader } from "../ui/page-header";
import { ChangeEntry, useRecordName } from "./change-entry";

/** The records of a place to choose from, or everything that ever happened to one of them. */
export function HistoryView({ history: { head, mayErase, records, shown } }: { history: PlaceHistory }) {
  return shown ? (
    <RecordHistory head={head} shown={shown} mayErase={mayErase} />
  ) : (
    <RecordList head={head} records={records} />
  );
}

function RecordList({ head, records }: Pick<PlaceHistory, "head" | "records">) {
  const t = useTranslations("history");
  const locale = useLocale();
  const recordName = useRecordName();
  const number = (value: number) => formatNumber(value, locale);
  return (
    <>
      <PageHeader title={t("title", { count: records.length, n: number(records.length) })} lead={t("lead")} />
      {records.length > 0 && (
        <ul className="card list">
          {records.map(({ id, type, label, changes, last }) => (
            <li key={id}>
              <ListRow
                href={`${placeHref(head, "history")}?subject=${id}`}
                name={recordName(type, label)}
                why={t("changes", {
                  count: changes,
                  n: number(changes),
                  date: formatDateTime(last, locale),
                })}
              />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

type ShownProps = Pick<PlaceHistory, "head" | "mayErase"> & { shown: NonNullable<PlaceHistory["shown"]> };

function RecordHistory({ head, shown, mayErase }: ShownProps) {
  const t = useTranslations("history");
  const locale = useLocale();
  const { subject, lines, type, chainHolds, restorableFrom, names } = shown;
  const count = { count: lines.length, n: formatNumber(lines.length, locale) };
  // Newest first, so the last one met of each record is the one that made it.
  const firsts = new Map(lines.map((line) => [line.subject, line.changeId]));
  const restore = { place: head.id, subject, whole: type === "plan" };
  return (
    <>
      <PageHeader
        title={t("recordTitle", count)}
        lead={type === "plan" ? t("planToo") : undefined}
        action={
          <>
            {mayErase && (
              <ButtonLink kind="quiet" href={`${placeHref(head, "history")}/erase?subject=${subject}`}>
                {t("erase.link")}
              </ButtonLink>
            )}
            <ButtonLink icon="back" href={placeHref(head, "history")}>
              {t("back")}
            </ButtonLink>
          </>
        }
      />
      <Notice tone={chainHolds ? "done" : "late"}>{chainHolds ? t("chainHolds") : t("chainBroken")}</Notice>
      <ClientMessages domains={["history"]}>
        <ol className="stack mt-4">
          {lines.map((line) => (
            <ChangeEntry
              key={line.changeId}
              line={line}
              first={firsts.get(line.subject) === line.changeId}
              restore={restorableFrom.includes(line.changeId) ? restore : null}
              names={names}
            />
          ))}
        </ol>
      </ClientMessages>
    </>
  );
}
