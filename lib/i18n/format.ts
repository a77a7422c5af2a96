import type { Locale } from "./routing";

const months = {
  lo: "ມັງກອນ ກຸມພາ ມີນາ ເມສາ ພຶດສະພາ ມິຖຸນາ ກໍລະກົດ ສິງຫາ ກັນຍາ ຕຸລາ ພະຈິກ ທັນວາ".split(" "),
  en: "January February March April May June July August September October November December".split(" "),
} as const;

const weekdays = {
  lo: "ວັນອາທິດ ວັນຈັນ ວັນອັງຄານ ວັນພຸດ ວັນພະຫັດ ວັນສຸກ ວັນເສົາ".split(" "),
  en: "Sunday Monday Tuesday Wednesday Thursday Friday Saturday".split(" "),
} as const;

const separators = { lo: { group: ".", decimal: "," }, en: { group: ",", decimal: "." } } as const;

const dayMs = 86_400_000;
/** Laos has no summer time and has kept UTC+7 since 1920. */
const vientianeOffsetMs = 7 * 3_600_000;
const missing = "–";

export type DateStyle = "long" | "short" | "month" | "dayMonth" | "weekday";

type Parts = { year: number; month: number; day: number; weekday: number };

function isoParts(iso: string): Parts {
  const match = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(iso);
  if (!match) throw new RangeError(`not an ISO date: ${iso}`);
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3] ?? 1)];
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day)
    throw new RangeError(`no such day: ${iso}`);
  return { year, month, day, weekday: date.getUTCDay() };
}

/** The names of the twelve months, January first. */
export function monthNames(locale: Locale): readonly string[] {
  return months[locale];
}

/** `iso` is `YYYY-MM-DD`; for the style `month` also `YYYY-MM`. Throws RangeError on anything else. */
export function formatDate(iso: string, locale: Locale, style: DateStyle = "long"): string {
  const { year, month, day, weekday } = isoParts(iso);
  const name = months[locale][month - 1];
  if (style === "short") return `${day}/${month}/${year}`;
  if (style === "month") return `${name} ${year}`;
  if (style === "dayMonth") return `${day} ${name}`;
  if (style === "weekday") return `${weekdays[locale][weekday]} ${day} ${name}`;
  return `${day} ${name} ${year}`;
}

/** Two days as one text: `20–21 November 2026`, never repeating what both share. */
export function formatDateRange(from: string, to: string, locale: Locale): string {
  if (from === to) return formatDate(from, locale);
  const [a, b] = [isoParts(from), isoParts(to)];
  if (a.year !== b.year) return `${formatDate(from, locale)} – ${formatDate(to, locale)}`;
  if (a.month !== b.month) return `${formatDate(from, locale, "dayMonth")} – ${formatDate(to, locale)}`;
  return `${a.day}–${formatDate(to, locale)}`;
}

function inVientiane(instant: Date | string | number): { iso: string; time: string } {
  const text = new Date(new Date(instant).getTime() + vientianeOffsetMs).toISOString();
  return { iso: text.slice(0, 10), time: text.slice(11, 16) };
}

/** Time of day in Vientiane, 24 hours: `14:05`. */
export function formatTime(instant: Date | string | number): string {
  return inVientiane(instant).time;
}

/** Day and time in Vientiane: `21 November 2026, 14:05`. */
export function formatDateTime(
  instant: Date | string | number,
  locale: Locale,
  style: DateStyle = "long",
): string {
  const { iso, time } = inVientiane(instant);
  return `${formatDate(iso, locale, style)}, ${time}`;
}

/** Whole days from `from` to `to`, both `YYYY-MM-DD`. */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from);
}

/** A district's page asks for the same few hundred days thousands of times. */
const dayNumbers = new Map<string, number>();

function dayNumber(iso: string): number {
  const known = dayNumbers.get(iso);
  if (known !== undefined) return known;
  const { year, month, day } = isoParts(iso);
  const number = Math.round(Date.UTC(year, month - 1, day) / dayMs);
  if (dayNumbers.size > 5000) dayNumbers.clear();
  dayNumbers.set(iso, number);
  return number;
}

/** `today`, `3 days ago`, `in 3 days`, seen from the day `today`. */
export function relativeDays(iso: string, today: string, locale: Locale): string {
  const days = daysBetween(today, iso);
  if (Math.abs(days) <= 1) {
    const words = locale === "lo" ? ["ມື້ວານນີ້", "ມື້ນີ້", "ມື້ອື່ນ"] : ["yesterday", "today", "tomorrow"];
    return words[days + 1] as string;
  }
  const n = formatNumber(Math.abs(days), locale);
  if (locale === "lo") return days < 0 ? `${n} ມື້ກ່ອນ` : `ໃນອີກ ${n} ມື້`;
  return days < 0 ? `${n} days ago` : `in ${n} days`;
}

function roundTo(value: number, decimals: number): number {
  return shiftPoint(Math.round(shiftPoint(Math.abs(value), decimals)), -decimals);
}

export type NumberStyle = { maxDecimals?: number; minDecimals?: number };

/** `1.234,5` in Lao, `1,234.5` in English; at most three decimals unless told. Not a number gives `–`. */
export function formatNumber(value: number, locale: Locale, style: NumberStyle = {}): string {
  if (!Number.isFinite(value)) return missing;
  const { minDecimals = 0, maxDecimals = Math.max(3, minDecimals) } = style;
  const rounded = roundTo(value, maxDecimals);
  const [whole = "0", fraction = ""] = rounded.toFixed(maxDecimals).split(".");
  const { group, decimal } = separators[locale];
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group);
  const decimals = fraction.replace(/0+$/, "").padEnd(minDecimals, "0");
  const sign = value < 0 && rounded !== 0 ? "−" : "";
  return `${sign}${grouped}${decimals ? decimal + decimals : ""}`;
}

/** Moves the decimal point in the written number: 0.285 × 100 is 28.499… in binary, and would round down. */
function shiftPoint(value: number, places: number): number {
  const shifted = Number(`${value}e${places}`);
  return Number.isNaN(shifted) ? value * 10 ** places : shifted;
}

/** `share` is a fraction of one: 0.649 with one decimal gives `64,9%`. */
export function formatPercent(share: number, locale: Locale, decimals = 0): string {
  if (!Number.isFinite(share)) return missing;
  return `${formatNumber(shiftPoint(share, 2), locale, { maxDecimals: decimals, minDecimals: decimals })}%`;
}

/** Whole kip: `1.250.000 ກີບ`. */
export function formatKip(kip: number, locale: Locale): string {
  return `${formatNumber(kip, locale, { maxDecimals: 0 })} ${locale === "lo" ? "ກີບ" : "kip"}`;
}

/** `12 of 20`; the noun or classifier, already in the right language, follows: `12 ໃນ 20 ຄົນ`. */
export function formatCountOf(count: { k: number; n: number; noun?: string }, locale: Locale): string {
  const [k, n] = [formatNumber(count.k, locale), formatNumber(count.n, locale)];
  return `${k} ${locale === "lo" ? "ໃນ" : "of"} ${n}${count.noun ? ` ${count.noun}` : ""}`;
}

export type Range = { low: number; high: number; unit?: "percent"; decimals?: number };

/** An interval: `39–78%`. With `unit: "percent"` both ends are fractions of one. */
export function formatRange({ low, high, unit, decimals = 0 }: Range, locale: Locale): string {
  const end = (value: number) =>
    formatNumber(unit === "percent" ? shiftPoint(value, 2) : value, locale, {
      maxDecimals: decimals,
      minDecimals: decimals,
    });
  // A dash between two minus signs cannot be read.
  const joint = low < 0 || high < 0 ? (locale === "lo" ? " ຫາ " : " to ") : "–";
  return `${end(low)}${joint}${end(high)}${unit === "percent" ? "%" : ""}`;
}

/** `A, B and C`; `A, B or C`. */
export function formatList(items: readonly string[], locale: Locale, word: "and" | "or" = "and"): string {
  if (items.length < 2) return items[0] ?? "";
  const words = locale === "lo" ? { and: "ແລະ", or: "ຫຼື" } : { and: "and", or: "or" };
  return `${items.slice(0, -1).join(", ")} ${words[word]} ${items.at(-1)}`;
}

/** Size of a file or a queue of files: `2,1 MB`. */
export function formatBytes(bytes: number, locale: Locale): string {
  if (bytes < 1_000_000) return `${formatNumber(bytes / 1000, locale, { maxDecimals: 0 })} kB`;
  return `${formatNumber(bytes / 1_000_000, locale, { maxDecimals: 1 })} MB`;
}
