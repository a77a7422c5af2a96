import { useLocale, useTranslations } from "next-intl";
import type { HistoryLine, Names } from "@/lib/history/queries";
import { formatDate, formatDateTime, formatNumber } from "@/lib/i18n/format";
import type { Messages } from "@/lib/i18n/messages";
import { placeName } from "@/lib/i18n/place-name";
import { firstDay } from "@/lib/indicators/months";
import { useValueText } from "./change-values";
import { RestoreForm } from "./restore-form";

export type FieldName = keyof Messages["history"]["name"];
type TypeName = keyof Messages["history"]["type"];

/** What kind of record it is, and its own words where it has some. */
export function useRecordName() {
  const t = useTranslations("history");
  const locale = useLocale();
  const value = useValueText();
  return (type: string, label: string | null) => {
    const known = t.has(`type.${type as TypeName}`) ? (type as TypeName) : "other";
    const said = type === "report" && label ? formatDate(firstDay(Number(label)), locale, "month") : null;
    return label
      ? t("of", { type: t(`type.${known}`), label: said ?? value("", label) })
      : t("ofOnly", { type: t(`type.${known}`) });
  };
}

type Props = {
  line: HistoryLine;
  first: boolean;
  /** Null: no earlier state can be brought back from here. */
  restore: { place: string; subject: string; whole: boolean } | null;
  names: Names;
};

/** One change: who, when, what it was before and after, and why. */
export function ChangeEntry({ line, first, restore, names }: Props) {
  const t = useTranslations("history");
  const locale = useLocale();
  const recordName = useRecordName();
  const operation = line.kind.slice(line.kind.indexOf(".") + 1) as
    | "record"
    | "delete"
    | "undelete"
    | "resolve";
  const received = formatDateTime(line.receivedAt, locale);
  const waiting = line.status === "conflict" || line.status === "merged" ? line.status : null;
  return (
    <li className="card">
      <h2>
        {t(`operation.${first && operation === "record" ? "first" : operation}`)} ·{" "}
        {recordName(line.type, line.label)}
      </h2>
      <p className="sm mut">
        {line.author ? t("by", { name: line.author, office: line.office ?? "" }) : t("unknownAuthor")} ·{" "}
        {t("when", { received, made: formatDateTime(line.madeAt, locale) })}
        {waiting && ` · ${t(`status.${waiting}`)}`}
      </p>
      {line.why && <p>{t("why", { text: line.why })}</p>}
      {line.erased ? (
        <p className="mut">
          {t("erased")} {line.erasedWhy && t("erase.reason", { text: line.erasedWhy })}
        </p>
      ) : (
        <Fields line={line} first={first} names={names} />
      )}
      {restore && <RestoreForm {...restore} version={line.changeId} date={received} />}
    </li>
  );
}

const same = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/** A monthly report changes thirty fields at once. */
const NAMED = 5;
const named = (fields: readonly { name: string }[]) => fields.map(({ name }) => name).join(", ");

type FieldsProps = { line: HistoryLine; first: boolean; names: Names };

function Fields({ line: { before, after }, first, names }: FieldsProps) {
  const t = useTranslations("history");
  const locale = useLocale();
  const value = useValueText(names);
  const changed = Object.keys(after ?? {}).filter((field) => !same(before?.[field], after?.[field]));
  const shown = changed.flatMap((field) => {
    const own = names[field];
    if (own) return [{ field, name: placeName(own, locale) }];
    return t.has(`name.${field as FieldName}`) ? [{ field, name: t(`name.${field as FieldName}`) }] : [];
  });
  if (shown.length === 0) return null;
  return (
    <details open={!first}>
      <summary className="sm fold-line">
        {shown.length > NAMED + 1
          ? t("fieldsAndMore", {
              names: named(shown.slice(0, NAMED)),
              n: formatNumber(shown.length - NAMED, locale),
            })
          : named(shown)}
      </summary>
      <table className="t">
        <thead>
          <tr>
            <th scope="col">{t("field")}</th>
            <th scope="col">{t("before")}</th>
            <th scope="col">{t("after")}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ field, name }) => (
            <tr key={field}>
              <th scope="row">{name}</th>
              <td>{value(field, before?.[field])}</td>
              <td>{value(field, after?.[field])}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
