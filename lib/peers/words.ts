import "server-only";
import { getTranslations } from "next-intl/server";
import { today } from "@/lib/clock";
import { formatDate, formatNumber } from "@/lib/i18n/format";
import { placeName, villageName } from "@/lib/i18n/place-name";
import type { Locale } from "@/lib/i18n/routing";
import type { PeerLine } from "./queries";
import { heldVisits, nextVisit } from "./rules";

/** Every word a page and a file of peer villages need, in one language, on one day. */
export async function peerWords(locale: Locale) {
  const [t, theme, status] = await Promise.all([
    getTranslations({ locale, namespace: "peers" }),
    getTranslations({ locale, namespace: "problems.category" }),
    getTranslations({ locale, namespace: "status" }),
  ]);
  return {
    locale,
    t,
    theme,
    status,
    today: today(),
    number: (value: number) => formatNumber(value, locale),
    date: (iso: string) => formatDate(iso, locale),
  };
}
export type PeerWords = Awaited<ReturnType<typeof peerWords>>;

/** A village with its district, as its own side and the other's both call it. */
export const sideName = (side: PeerLine["guide"], { t, locale }: PeerWords): string =>
  t("inDistrict", {
    village: villageName(side, locale),
    district: placeName({ nameLo: side.districtLo, nameEn: side.districtEn }, locale),
  });

/** Visits held and the one that comes next; the page and the file say the same. */
export function visitsText(line: PeerLine, { t, date, number, today: on }: PeerWords): string {
  const held = heldVisits(line, on);
  const last = held.at(-1)?.heldDate;
  const said = t("visitsHeld", { n: held.length, nText: number(held.length), date: last ? date(last) : "" });
  const planned = nextVisit(line)?.plannedDate;
  if (!planned) return said;
  return `${said} · ${t(planned < on ? "visitLate" : "visitNext", { date: date(planned) })}`;
}

export function afterText({ after }: PeerLine, { t, number }: PeerWords): string {
  if (!after) return t("afterNotYours");
  if (after.all === 0) return t("afterNone");
  const { done, all, confirmed } = after;
  return t("afterOf", { done: number(done), all: number(all), confirmed: number(confirmed) });
}

/** Exactly the lines the page shows, with what was chosen and the date below them. */
export function peerFileRows(lines: readonly PeerLine[], chosen: PeerLine["theme"] | null, words: PeerWords) {
  const { t, theme, today: on } = words;
  return [
    [t("guide"), t("learner"), t("theme"), t("since"), t("visits"), t("after")],
    ...lines.map((line) => [
      sideName(line.guide, words),
      sideName(line.learner, words),
      theme(line.theme),
      line.since,
      visitsText(line, words),
      afterText(line, words),
    ]),
    [],
    [`${t("filter")}: ${chosen ? theme(chosen) : t("all")}`],
    [t("asOf", { date: on })],
  ];
}
