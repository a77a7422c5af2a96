import "server-only";
import { getTranslations } from "next-intl/server";
import { today } from "@/lib/clock";
import { formatDate, formatList, formatNumber } from "@/lib/i18n/format";
import { placeName, villageName } from "@/lib/i18n/place-name";
import type { Locale } from "@/lib/i18n/routing";
import type { Learning, Likeness } from "./queries";
import type { Measured } from "./rules";

/** Every word a page and a file of what worked need, in one language. */
export async function learningWords(locale: Locale) {
  const [t, theme, alike, office] = await Promise.all([
    getTranslations({ locale, namespace: "learning" }),
    getTranslations({ locale, namespace: "problems.category" }),
    getTranslations({ locale, namespace: "peers.alike" }),
    getTranslations({ locale, namespace: "plans.office" }),
  ]);
  return {
    locale,
    t,
    theme,
    office,
    today: today(),
    number: (value: number) => formatNumber(value, locale),
    date: (iso: string) => formatDate(iso, locale),
    reasons: (codes: readonly Likeness[]) =>
      codes.length === 0
        ? alike("none")
        : formatList(
            codes.map((code) => alike(code)),
            locale,
          ),
  };
}
export type LearningWords = Awaited<ReturnType<typeof learningWords>>;

export const measuredText = (measured: Measured | undefined, { t, number }: LearningWords): string =>
  typeof measured === "object"
    ? t("of", { k: number(measured.k), n: number(measured.n) })
    : t(measured ?? "missing");

/** Exactly the cases the page shows, with what was chosen and the date below them. */
export function learningFileRows(learning: Learning, words: LearningWords) {
  const { t, theme, office, locale, reasons, today: on } = words;
  const { category, indicator, village } = learning;
  const measure = indicator ? placeName(indicator, locale) : null;
  return [
    [
      t("action"),
      t("village"),
      t("district"),
      t("doneOn"),
      t("category"),
      ...(measure ? [`${measure}: ${t("before")}`, `${measure}: ${t("after")}`] : []),
      ...(village ? [t("villageLike")] : []),
    ],
    ...learning.cases.map((one) => [
      one.lead ? `${one.what} (${office(one.lead)})` : one.what,
      villageName(one, locale),
      placeName({ nameLo: one.districtLo, nameEn: one.districtEn }, locale),
      one.doneOn,
      category && theme(category),
      ...(measure ? [measuredText(one.outcome?.before, words), measuredText(one.outcome?.after, words)] : []),
      ...(village ? [reasons(one.alike)] : []),
    ]),
    [],
    [`${t("category")}: ${category ? theme(category) : ""}`],
    [`${t("like")}: ${village ? villageName(village, locale) : t("anyVillage")}`],
    [t("caveat")],
    [t("asOf", { date: on })],
  ];
}
