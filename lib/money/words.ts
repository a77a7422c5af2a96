import "server-only";
import { bothLanguages } from "@/lib/i18n/both-languages";
import { loadMessages } from "@/lib/i18n/load";

/** What the files of budgets and partners may say, in both languages. */
export function moneyWords() {
  const [lo, en] = [loadMessages("lo").money, loadMessages("en").money];
  return {
    purpose: bothLanguages(lo.purpose, en.purpose),
    fundSource: bothLanguages(lo.fund, en.fund),
    theme: bothLanguages(lo.theme, en.theme),
  };
}
export type MoneyWords = ReturnType<typeof moneyWords>;
