import { useLocale, useTranslations } from "next-intl";
import { formatNumber, monthNames } from "@/lib/i18n/format";
import type { NationalIndicator } from "@/lib/national/indicators";
import type { NationalRow } from "@/lib/national/view";
import type { Status } from "../ui/status-mark";

/** A figure as the report writes it: a per cent with its sign, a rate bare (its unit stands beside it). */
export function useFigureText() {
  const locale = useLocale();
  return (value: number, { unit }: Pick<NationalIndicator, "unit">) =>
    `${formatNumber(value, locale, { maxDecimals: 2 })}${unit === "percent" ? "%" : ""}`;
}

/** What a row says about its target in a sentence, with its shape, and why the report says otherwise. */
export function useReading(year: number) {
  const t = useTranslations("national");
  const locale = useLocale();
  const one = (value: number) => formatNumber(Math.abs(value), locale, { maxDecimals: 1, minDecimals: 1 });
  const pace = (reading: NationalRow["reading"] & { is: "pace" }, lower: boolean): [Status, string] => {
    const words = {
      expected: one(reading.expected),
      short: one(reading.difference),
      month: monthNames(locale)[reading.month - 1] ?? "",
    };
    if (reading.band === "on") return ["done", t("reading.paceOn", words)];
    const status = reading.band === "near" ? "doing" : "late";
    if (lower) return [status, t("reading.paceOver", words)];
    return [status, t(reading.band === "near" ? "reading.paceNear" : "reading.paceBehind", words)];
  };
  const against = (met: boolean, difference: number): [Status, string] => {
    const short = one(difference);
    if (!met) return ["late", t(difference > 0 ? "reading.above" : "reading.below", { short })];
    if (Math.round(difference * 10) === 0 && difference === 0) return ["done", t("reading.met")];
    return ["done", t("reading.metBy", { difference: `${difference > 0 ? "+" : "−"}${short}` })];
  };
  const told = ({ reading, indicator }: NationalRow): [Status, string] => {
    if (!reading) return ["nodata", t("reading.noValue")];
    if (reading.is === "pace") return pace(reading, indicator.lowerIsBetter);
    if (reading.is === "target") return against(reading.met, reading.difference);
    if (reading.is === "noTarget") return ["nodata", t("reading.noTarget", { year: String(year) })];
    return ["nodata", t(`reading.${reading.is}`)];
  };
  return (row: NationalRow) => {
    const [status, text] = told(row);
    const verdict = row.value?.verdict;
    const report =
      row.disagreement && verdict
        ? t(`report.${row.disagreement}`, { verdict: t(`verdict.${verdict}`) })
        : null;
    return { status, text, report };
  };
}
