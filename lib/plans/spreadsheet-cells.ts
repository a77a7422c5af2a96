import { monthNames } from "@/lib/i18n/format";
import { cleanTyped, foldLao, latinDigits } from "@/lib/i18n/lao";
import { parseNumberTyped } from "@/lib/i18n/typed-number";

/** What a cell of a sheet may hold: dates are days at midnight UTC, as spreadsheet files keep them. */
export type Cell = string | number | boolean | Date | null;

export type CellReason =
  | "required"
  | "not_a_number"
  | "not_whole"
  | "ambiguous_number"
  | "out_of_range"
  | "not_a_date"
  | "other_era"
  | "before_start"
  | "unknown_word"
  | "unknown_problem"
  | "unknown_code"
  | "duplicate_code"
  | "too_long"
  | "formula_error"
  | "unknown_place"
  | "place_level"
  | "not_in_year"
  | "unknown_institution"
  | "contradiction";

export type Parsed<T> = { value: T | null; reason?: never } | { reason: CellReason; value?: never };

const MAX_KIP = 9_000_000_000_000;
const SCALES: readonly [RegExp, number][] = [
  [/(ຕື້|\bbillions?)/i, 1e9],
  [/(ລ້ານ|\bmillions?|\bmln)/i, 1e6],
  [/(ແສນ)/, 1e5],
  [/(ພັນ|\bthousands?)/i, 1e3],
];
/** Serial numbers of 2000-01-01 and 2099-12-31, for a date cell that lost its format. */
const SERIAL_DAYS = { first: 36_526, last: 73_050, epoch: Date.UTC(1899, 11, 30) };

/** Text as typed, without invisible characters; null when empty. */
export function readTextCell(cell: Cell, limit: number): Parsed<string> {
  const text = cell instanceof Date ? isoOf(cell) : cleanTyped(String(cell ?? "").replace(/\r\n?/g, "\n"));
  return text.length > limit ? { reason: "too_long" } : { value: text || null };
}

/**
 * Whole kip from a number, or from text in either language's form: `1.250.000 ກີບ`, `1,250,000 kip`, `1,5 ລ້ານກີບ`,
 * `2 billion`. Three digits after a single mark are thousands; with a word such as million that is refused as ambiguous.
 */
export function readKipCell(cell: Cell): Parsed<number> {
  if (typeof cell === "number") return kipOf(cell);
  if (cell instanceof Date || typeof cell === "boolean") return { reason: "not_a_number" };
  const text = latinDigits(cleanTyped(cell ?? ""));
  if (text === "") return { value: null };
  const [word, scale] = SCALES.find(([pattern]) => pattern.test(text)) ?? [/$^/, 1];
  const digits = text
    .replace(word, "")
    .replace(/ກີບ|\bkips?\b|\bLAK\b|₭/gi, "")
    .trim();
  if (scale > 1 && /^\d{1,3}[.,]\d{3}$/.test(digits)) return { reason: "ambiguous_number" };
  const number = parseNumberTyped(digits, scale > 1 ? "decimal" : "whole");
  return number === null ? { reason: "not_a_number" } : kipOf(number * scale);
}

function kipOf(number: number): Parsed<number> {
  if (!Number.isFinite(number)) return { reason: "not_a_number" };
  const whole = Math.round(number);
  if (Math.abs(number - whole) > 1e-6) return { reason: "not_whole" };
  return whole < 0 || whole > MAX_KIP ? { reason: "out_of_range" } : { value: whole };
}

/**
 * A day as `YYYY-MM-DD` from a date cell or from text: `2026-11-21`, `21/11/2026` (day first, in both languages),
 * `21 ພະຈິກ 2026`, `21 November 2026`, `November 21, 2026`. Years of another era (2569) are refused, never converted.
 */
export function readDateCell(cell: Cell): Parsed<string> {
  if (cell === null || cell === "") return { value: null };
  if (cell instanceof Date) return dayOf(cell.getUTCFullYear(), cell.getUTCMonth() + 1, cell.getUTCDate());
  if (typeof cell === "boolean") return { reason: "not_a_date" };
  if (typeof cell === "number") return serialDay(cell);
  const text = latinDigits(cleanTyped(cell)).replace(/^ວັນທີ\s*/, "");
  if (text === "") return { value: null };
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:T00:00.*)?$/.exec(text);
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const short = /^(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})$/.exec(text);
  if (short) return dayOf(Number(short[3]), Number(short[2]), Number(short[1]));
  const dayFirst = /^(\d{1,2})\s*([^\d\s,]+),?\s*(\d{4})$/.exec(text);
  if (dayFirst) return dayOf(Number(dayFirst[3]), monthOf(dayFirst[2] ?? ""), Number(dayFirst[1]));
  const monthFirst = /^([^\d\s,]+)\s+(\d{1,2}),?\s+(\d{4})$/.exec(text);
  if (monthFirst) return dayOf(Number(monthFirst[3]), monthOf(monthFirst[1] ?? ""), Number(monthFirst[2]));
  return { reason: "not_a_date" };
}

function serialDay(serial: number): Parsed<string> {
  if (!Number.isInteger(serial) || serial < SERIAL_DAYS.first || serial > SERIAL_DAYS.last)
    return { reason: "not_a_date" };
  return { value: isoOf(new Date(SERIAL_DAYS.epoch + serial * 86_400_000)) };
}

/** Month 1–12 by full name in either language, or three English letters; 0 when it is none. */
function monthOf(name: string): number {
  const key = foldLao(name).replace(/\.$/, "");
  const lao = monthNames("lo").findIndex((month) => foldLao(month) === key);
  const english = monthNames("en").findIndex(
    (month) => key.length >= 3 && month.toLowerCase().startsWith(key),
  );
  return Math.max(lao, english) + 1;
}

function dayOf(year: number, month: number, day: number): Parsed<string> {
  if (year >= 2400) return { reason: "other_era" };
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists && year >= 1990 && month >= 1 ? { value: isoOf(date) } : { reason: "not_a_date" };
}

const isoOf = (date: Date) => (Number.isNaN(date.getTime()) ? "" : date.toISOString().slice(0, 10));

/** One word of a closed list, by its code or its name in either language. */
export function readWordCell<T extends string>(
  cell: Cell,
  words: Record<T, { lo: string; en: string }>,
): Parsed<T> {
  const key = foldLao(String(cell ?? ""));
  if (key === "") return { value: null };
  const codes = Object.keys(words) as T[];
  const found = codes.find((code) =>
    [code, words[code].lo, words[code].en].some((word) => foldLao(word) === key),
  );
  return found ? { value: found } : { reason: "unknown_word" };
}
