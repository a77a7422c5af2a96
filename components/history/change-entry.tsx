import { useLocale, useTranslations } from "next-intl";
import type { HistoryLine } from "@/lib/history/queries";
import { formatDateTime } from "@/lib/i18n/format";
import type { Messages } from "@/lib/i18n/messages";
import { useValueText } from "./change-values";
import { RestoreForm } from "./restore-form";

export type FieldName = keyof Messages["history"]["name"];
type TypeName = keyof Messages["history"]["type"];

/** What kind of record it is, and its own words where it has some. */
export function useRecordName() {
  const t = useTranslations("history");
  const value = useValueText();
  return (type: string, label: string | null) => {
    const known = t.has(`type.${type as TypeName}`) ? (type as TypeName) : "other";
    return label
      ? t("of", { type: t(`type.${known}`), label: value("", label) })
      : t("ofOnly", { type: t(`type.${known}`) });
  };
}

type Props = {
  line: HistoryLine;
  first: boolean;
  /** Null: no earlier state can be brought back from here. */
  restore: { place: string; subject: string; whole: boolean } | null;
};

/** One change: who, when, what it was before and after, and why. */
export function ChangeEntry({ line, first, restore }: Props) {
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
        <Fields line={line} first={first} />
      )}
      {restore && <RestoreForm {...restore} version={line.changeId} date={received} />}
    </li>
  );
}

const same = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

function Fields({ line: { before, after }, first }: { line: HistoryLine; first: boolean }) {
  const t = useTranslations("history");
  const value = useValueText();
  const names = Object.keys(after ?? {}).filter((name) => !same(before?.[name], after?.[name]));
  const shown = names.filter((name): name is FieldName => t.has(`name.${name as FieldName}`));
  if (shown.length === 0) return null;
  return (
    <details open={!first}>
      <summary className="sm fold-line">{shown.map((name) => t(`name.${name}`)).join(", ")}</summary>
      <table className="t">
        <thead>
          <tr>
            <th scope="col">{t("field")}</th>
            <th scope="col">{t("before")}</th>
            <th scope="col">{t("after")}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((name) => (
            <tr key={name}>
              <th scope="row">{t(`name.${name}`)}</th>
              <td>{value(name, before?.[name])}</td>
              <td>{value(name, after?.[name])}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
