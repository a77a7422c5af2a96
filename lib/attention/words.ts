import type { useTranslations } from "next-intl";
import { daysBetween, formatDate, formatNumber, formatPercent, formatRange } from "@/lib/i18n/format";
import { placeName, villageName } from "@/lib/i18n/place-name";
import type { Locale } from "@/lib/i18n/routing";
import { firstDay } from "@/lib/indicators/months";
import type { Office } from "@/lib/plans/schema";
import type { Entry } from "./entries";
import type { WatchedSeries } from "./signals";
import type { WatchedFacility } from "./watch";

type Named = Readonly<{ id: string; nameLo: string; nameEn: string }>;

/** What a sentence is made with: a page's, or those of a message that nobody has asked for yet. */
export type Speech = Readonly<{
  t: ReturnType<typeof useTranslations<"attention">>;
  office: (name: Office) => string;
  locale: Locale;
  today: string;
  villages: readonly Named[];
  facilities: readonly WatchedFacility[];
}>;

export type Words = Readonly<{
  place: string;
  /** One sentence: what is the matter. */
  head: string;
  /** Its figure, period and rule. */
  why: string;
}>;

const month = (period: number, locale: Locale) => formatDate(firstDay(period), locale, "month");

export function wordsOf(entry: Entry, speech: Speech): Words {
  return { place: placeOf(entry, speech), ...sentenceOf(entry, speech) };
}

export function catchmentName({ nameLo, nameEn, villages }: WatchedFacility, { t, locale }: Speech): string {
  const n = formatNumber(villages, locale);
  return t("place.catchment", { name: placeName({ nameLo, nameEn }, locale), count: villages, n });
}

function placeOf({ kind, villageId, facilityId }: Entry, speech: Speech): string {
  const { t, locale, villages, facilities } = speech;
  const village = villages.find(({ id }) => id === villageId);
  if (village) return villageName(village, locale);
  const facility = facilities.find(({ id }) => id === facilityId);
  if (facility) return kind === "signal" ? catchmentName(facility, speech) : placeName(facility, locale);
  return villageId ? t("place.unnamed") : t("place.district");
}

function sentenceOf(entry: Entry, speech: Speech): Omit<Words, "place"> {
  const { t, office, locale } = speech;
  const n = (value: number) => formatNumber(value, locale);
  const date = (day: string) => formatDate(day, locale);
  switch (entry.kind) {
    case "late_action": {
      const lead = entry.who ? office(entry.who) : t("lateAction.nobody");
      return { head: entry.action.what, why: t("lateAction.why", { days: n(entry.daysLate), office: lead }) };
    }
    case "no_answer": {
      const { text, toOffice, date: given } = entry.instruction;
      const head = t("noAnswer.head", { office: office(toOffice) });
      return { head, why: t("noAnswer.about", { text, date: date(given), days: n(entry.days) }) };
    }
    case "contradiction": {
      const { what, statusDate, notDone, all } = entry.contradiction;
      const day = statusDate ? date(statusDate) : "";
      return { head: what, why: t("contradiction.why", { k: n(notDone), n: n(all), date: day }) };
    }
    case "promise":
      return { head: entry.promise.text, why: t("promise.why", { days: n(entry.daysLate) }) };
    case "visit":
      return {
        head: t("visit.late"),
        why: t("visit.lateWhy", { date: date(entry.dueDate), days: n(entry.daysLate) }),
      };
    case "visit_due":
      return {
        head: t("visit.soon", { days: entry.daysLeft, n: n(entry.daysLeft) }),
        why: t("visit.soonWhy", { date: date(entry.dueDate) }),
      };
    case "signal":
      return signalWords(entry.series, speech);
    case "dialogue":
      return {
        head: t("dialogue.head", { date: date(entry.agreed) }),
        why: t("dialogue.why", { days: n(entry.daysLate), date: date(entry.held) }),
      };
    case "mentor_step": {
      const { late, ofMentees, daysLate } = entry;
      const figures = { n: n(late), mentees: n(ofMentees), days: n(daysLate) };
      return { head: t("mentorStep.head"), why: t("mentorStep.why", { count: late, ...figures }) };
    }
    case "trust":
      return trustWords(entry, speech);
    case "report":
      return reportWords(entry, speech);
  }
}

/** The rule that makes a series a signal, and what was found; also of one that rose. */
export function signalRule({ drawn: { run, unit } }: WatchedSeries, { t, locale }: Speech): string {
  if (run.status === "too-early" || !run.newest) return "";
  const n = (value: number) => formatNumber(value, locale, { maxDecimals: 1 });
  const median = unit === "share" ? formatPercent(run.centre, locale) : n(run.centre);
  const { limits, newest, crossings, useful } = run;
  if (newest.length <= limits.longest)
    return t("signal.crossings", { median, crossings: n(crossings), n: n(useful), limit: n(limits.fewest) });
  const found = { n: n(newest.length), median, limit: n(limits.longest) };
  return t(newest.side === "below" ? "signal.runBelow" : "signal.runAbove", found);
}

function signalWords(series: WatchedSeries, speech: Speech): Omit<Words, "place"> {
  const { drawn, indicator, months, pairs } = series;
  const { t, locale } = speech;
  const name = placeName(indicator, locale);
  if (drawn.run.status === "too-early" || !drawn.run.newest) return { head: name, why: "" };
  const n = (value: number) => formatNumber(value, locale);
  const at = drawn.values.findLastIndex((value) => value !== null);
  const { k = null, n: of = null } = pairs[at] ?? {};
  const value = of === null ? n(k ?? 0) : t("signal.kOfN", { k: n(k ?? 0), n: n(of) });
  const last = t("signal.newest", { value, month: month(months[at] ?? 0, locale) });
  const below = drawn.run.newest.side === "below";
  const head = t(below ? "signal.fell" : "signal.rose", { name });
  return { head, why: `${last} · ${signalRule(series, speech)}` };
}

function trustWords({ finding, district }: Extract<Entry, { kind: "trust" }>, { t, locale }: Speech) {
  const points = (value: number) => formatNumber(value, locale, { maxDecimals: 1, minDecimals: 1 });
  const within = (lo: number, hi: number) => formatRange({ low: lo, high: hi, decimals: 1 }, locale);
  if (!finding) {
    const { villages = 0, n = 0, change: fell, from = "", to = "" } = district ?? {};
    const why = t("trust.districtWhy", {
      change: points(fell?.difference ?? 0),
      interval: within(fell?.lo ?? 0, fell?.hi ?? 0),
      villages: formatNumber(villages, locale),
      n: formatNumber(n, locale),
      from: formatDate(from, locale, "month"),
      to: formatDate(to, locale, "month"),
    });
    return { head: t("trust.fellDistrict"), why };
  }
  const { round, before, change, range } = finding;
  const facts = {
    value: points(round.mean),
    low: formatNumber(range[0], locale),
    high: formatNumber(range[1], locale),
    n: formatNumber(round.n, locale),
    date: formatDate(round.startDate, locale, "month"),
  };
  const index =
    round.lo === null || round.hi === null
      ? t("trust.indexPlain", facts)
      : t("trust.index", { ...facts, interval: within(round.lo, round.hi) });
  if (!change || !before) return { head: t("trust.low"), why: index };
  const since = t("trust.change", {
    change: points(change.difference),
    interval: within(change.lo, change.hi),
    date: formatDate(before.startDate, locale, "month"),
  });
  return { head: t("trust.fell"), why: `${since} · ${index}` };
}

function reportWords(entry: Extract<Entry, { kind: "report" }>, { t, locale, today }: Speech) {
  const n = (value: number) => formatNumber(value, locale);
  const newest = month(entry.months.at(-1) ?? 0, locale);
  const due = formatDate(entry.due, locale);
  if (entry.of === "centre") {
    const last = entry.last === null ? t("report.never") : month(entry.last, locale);
    return {
      head: t("report.centre", { count: entry.missing, n: n(entry.missing), month: newest }),
      why: t("report.centreWhy", { due, last }),
    };
  }
  return {
    head: t("report.villages", { k: n(entry.missing), n: n(entry.expected), month: newest }),
    why: t("report.villagesWhy", { due, days: n(daysBetween(entry.due, today)) }),
  };
}
