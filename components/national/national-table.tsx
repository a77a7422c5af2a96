import "./national.css";
import { useLocale, useTranslations } from "next-intl";
import { Fragment } from "react";
import { formatDateRange, formatNumber } from "@/lib/i18n/format";
import { isUnderCounted, monthsFromJanuary } from "@/lib/national/rules";
import type { NationalRow } from "@/lib/national/view";
import { Link } from "../ui/link";
import { StatusMark } from "../ui/status-mark";
import { PaceBar } from "./pace-bar";
import { useFigureText, useReading } from "./reading-words";

type Props = { rows: readonly NationalRow[]; year: number };

/** The indicators with value, target, how to read the one against the other, and where the value comes from. */
export function NationalTable({ rows, year }: Props) {
  const t = useTranslations("national");
  const columns = ["value", "target", "bar", "reading", "source"] as const;
  const groups = Map.groupBy(rows, ({ indicator }) => indicator.group);
  return (
    <table className="t cards nat">
      <thead>
        <tr>
          <th scope="col">{t("column.indicator")}</th>
          {columns.map((column) => (
            <th
              scope="col"
              key={column}
              className={column === "value" || column === "target" ? "n" : undefined}
            >
              {t(`column.${column}`, { year: String(year) })}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {[...groups].map(([group, own]) => (
          <Fragment key={group}>
            <tr className="nat-group">
              <td colSpan={6}>{t(`group.${group}`)}</td>
            </tr>
            {own.map((row) => (
              <Row key={`${row.indicator.code} ${row.value?.kind}`} row={row} year={year} />
            ))}
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}

function Row({ row, year }: { row: NationalRow; year: number }) {
  const t = useTranslations("national");
  const figure = useFigureText();
  const { indicator, target, value } = row;
  const { status, text, report } = useReading(year)(row);
  const rate = indicator.unit === "percent" ? null : t(`unit.${indicator.unit}`);
  return (
    <tr>
      <th scope="row">
        <Link href={`/national/${indicator.code}`}>
          {indicator.number}. {t(`name.${indicator.code}`)}
        </Link>
        <span className="block xs mut">
          {indicator.lowerIsBetter ? "↓" : "↑"} {t(indicator.lowerIsBetter ? "better.down" : "better.up")}
        </span>
      </th>
      <td className="n" data-label={t("column.value")}>
        <b>{value ? figure(value.value, indicator) : "–"}</b>
        {rate && value && <span className="block xs mut nat-rate">{rate}</span>}
      </td>
      <td className="n" data-label={t("column.target", { year: String(year) })}>
        {target === null ? "–" : figure(target, indicator)}
      </td>
      <td className="nat-bar-cell">
        <PaceBar row={row} />
      </td>
      <td className="nat-reading">
        <span className="row top">
          <StatusMark status={status} />
          <span>
            {text}
            {report && <span className="block xs mut">{report}</span>}
          </span>
        </span>
      </td>
      <td className="nat-source">{value && <Source row={row} />}</td>
    </tr>
  );
}

function Source({ row: { indicator, value } }: { row: NationalRow }) {
  const t = useTranslations("national");
  const locale = useLocale();
  if (!value) return null;
  const months = monthsFromJanuary(value);
  const told = formatDateRange(value.from, value.to, locale);
  const routine = months ? t("months", { n: formatNumber(months, locale) }) : told;
  const period = value.kind === "survey" ? t("toldIn", { period: told }) : routine;
  const kind = isUnderCounted(indicator, value.kind) ? t("kindDeaths") : t(`kind.${value.kind}`);
  return (
    <>
      <span className="tag nat-tag">{`${kind}, ${period}`}</span>
      <span className="block xs mut">
        {[value.source, t(`basis.${value.basis}`), value.note].filter(Boolean).join(" · ")}
      </span>
    </>
  );
}
