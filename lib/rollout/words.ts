import "server-only";
import { getTranslations } from "next-intl/server";
import { isBehind, type Stage, type Standing, type VillageStages } from "@/lib/counts/stages";
import { daysBetween, formatDate, formatKip, formatNumber } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/routing";
import type { BoardLine } from "./board";
import type { Reach } from "./reach";

/** Every word of the rollout in one language, for page and file alike. */
export async function rolloutWords(locale: Locale) {
  const [t, age] = await Promise.all([
    getTranslations({ locale, namespace: "rollout" }),
    getTranslations({ locale, namespace: "workshops.age" }),
  ]);
  return {
    locale,
    t,
    age,
    n: (value: number) => formatNumber(value, locale),
    kip: (value: number) => formatKip(value, locale),
    day: (iso: string) => formatDate(iso, locale, "short"),
  };
}
export type RolloutWords = Awaited<ReturnType<typeof rolloutWords>>;

/** What a place does next: where most of its villages are behind. */
export const nextText = ({ t, n }: RolloutWords, { stuck, stages, villages }: BoardLine): string =>
  villages === 0
    ? t("noPlanYet")
    : stuck
      ? t(`next.${stuck}`, { n: n(stages[stuck].behind) })
      : t("next.none");

export function payersText({ t, n }: RolloutWords, { payers: { own, partner } }: BoardLine): string {
  return own + partner === 0 ? t("board.nobody") : t("board.payers", { own: n(own), partner: n(partner) });
}

/** Why a village is behind, the longest wait first. */
export const lateTexts = ({ t, n, day }: RolloutWords, village: VillageStages, today: string): string[] =>
  (Object.keys(village) as Stage[])
    .flatMap((stage) => {
      const { due } = village[stage];
      return due && isBehind(village[stage], today) ? [{ stage, due, days: daysBetween(due, today) }] : [];
    })
    .sort((a, b) => b.days - a.days)
    .map(({ stage, due, days }) =>
      t("place.late", { stage: t(`stage.${stage}`), date: day(due), n: n(days) }),
    );

/** How far a health centre's own module is. */
export function centreText({ t, n, day }: RolloutWords, hc: Standing, today: string): string {
  if (hc.on) return t("place.centreHeld", { date: day(hc.on) });
  if (!hc.due) return t("place.centreOpen");
  const date = day(hc.due);
  return isBehind(hc, today)
    ? t("place.centreLate", { date, n: n(daysBetween(hc.due, today)) })
    : t("place.centreDue", { date });
}

/** The whole page in one sentence. */
export function reachTitle(
  { t, n }: RolloutWords,
  { steps }: Pick<Reach, "steps">,
  { stages }: Pick<BoardLine, "stages">,
): string {
  const last = steps.at(-1);
  const { due, behind } = stages.village;
  const villages = n(last?.villages ?? 0);
  if (due > 0) return t(behind > 0 ? "titlePlan" : "titleKept", { villages, due: n(due), behind: n(behind) });
  return last
    ? t("title", { villages, districts: n(last.districts), provinces: n(last.provinces) })
    : t("empty");
}
