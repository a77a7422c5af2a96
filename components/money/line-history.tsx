import { useLocale, useTranslations } from "next-intl";
import { formatDate, formatDateTime, formatKip } from "@/lib/i18n/format";
import { placeName } from "@/lib/i18n/place-name";
import type { LineChange, LineForm } from "@/lib/money/budget-queries";
import type { BudgetPurpose, BudgetSource } from "@/lib/money/vocabularies";

const told = [
  "year",
  "purpose",
  "fundSource",
  "funderId",
  "plannedKip",
  "approvedKip",
  "disbursementDue",
  "disbursedKip",
  "disbursedOn",
  "spentKip",
  "source",
  "note",
] as const;
type Told = (typeof told)[number];

type Props = Pick<LineForm, "funders"> & { changes: readonly LineChange[] };

/** Who changed a budget line, when, and what: newest first. */
export function LineHistory({ changes, funders }: Props) {
  const t = useTranslations("money");
  const history = useTranslations("history");
  const locale = useLocale();
  const heads = {
    funderId: t("line.funder"),
    disbursementDue: t("line.due"),
  } as const;
  const head = (name: Told) =>
    name === "funderId" || name === "disbursementDue" ? heads[name] : t(`line.${name}`);
  const value = (name: Told, said: unknown) => {
    if (said === null || said === undefined || said === "") return history("empty");
    if (name === "purpose") return t(`purpose.${said as BudgetPurpose}`);
    if (name === "fundSource") return t(`fund.${said as BudgetSource}`);
    if (name === "disbursementDue" || name === "disbursedOn") return formatDate(String(said), locale);
    const funder = funders.find(({ id }) => id === said);
    if (name === "funderId") return funder ? placeName(funder, locale) : history("otherRecord");
    return name.endsWith("Kip") ? formatKip(Number(said), locale) : String(said);
  };
  const same = (a: unknown, b: unknown) => (a ?? null) === (b ?? null);
  return (
    <ul className="stack">
      {changes.map(({ id, kind, at, author, office, before, after }, place) => {
        const changed = told.filter((name) => !same(before?.[name], after?.[name]));
        const first = place === changes.length - 1;
        const operation = kind.slice(kind.indexOf(".") + 1) as "record" | "delete" | "undelete" | "resolve";
        return (
          <li key={id}>
            <p>
              <b>{history(`operation.${first ? "first" : operation}`)}</b> · {formatDateTime(at, locale)}
            </p>
            <p className="sm mut">
              {author ? history("by", { name: author, office: office ?? "" }) : history("unknownAuthor")}
            </p>
            <ul className="sm">
              {changed.map((name) => (
                <li key={name}>
                  {head(name)}: {first ? "" : `${value(name, before?.[name])} → `}
                  {value(name, after?.[name])}
                </li>
              ))}
            </ul>
          </li>
        );
      })}
    </ul>
  );
}
