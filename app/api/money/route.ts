import { getTranslations } from "next-intl/server";
import { today } from "@/lib/clock";
import { formatDate } from "@/lib/i18n/format";
import { placeName } from "@/lib/i18n/place-name";
import { askedMoney } from "@/lib/money/asked";
import { budgetFileRows } from "@/lib/money/budget-file";
import { moneyOf } from "@/lib/money/budget-queries";
import { moneyView } from "@/lib/money/view";
import { route } from "@/lib/route";
import { fileAnswer, fileAsked } from "@/lib/table-file";

export const dynamic = "force-dynamic";

/** The budget lines a person may read, as the page has them: `?format=csv|xlsx&locale=lo|en&year=2026&province=…`. */
export const GET = route("budget.read", async (actor, request) => {
  const { format, locale, query } = fileAsked(request);
  const { year, province } = askedMoney(query, today());
  const [money, t, head] = await Promise.all([
    moneyOf(actor, year, province),
    getTranslations({ locale, namespace: "money" }),
    getTranslations({ locale, namespace: "money.file" }),
  ]);
  const rows = budgetFileRows(money, moneyView(money, today()), year, {
    head: (name) => head(name as "year"),
    purpose: (purpose) => t(`purpose.${purpose}`),
    payer: (payer) => t(`payer.${payer}`),
    placeName: (place) => placeName(place, locale),
    nation: t("budget.nation"),
    uncovered: t("budget.uncovered"),
  });
  const chosen = money.provinces.find(({ id }) => id === province);
  rows.push(
    [],
    [head("year"), year],
    [head("place"), chosen ? placeName(chosen, locale) : t("file.all")],
    [head("made"), formatDate(today(), locale)],
    [head("rule"), t("budget.spentRule")],
  );
  return fileAnswer({ rows, format, name: `connect-budget-${year}-${today()}`, sheet: `budget ${year}` });
});
