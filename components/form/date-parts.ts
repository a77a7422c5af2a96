import { parseNumberTyped } from "@/lib/i18n/typed-number";

export type DateParts = { day: string; month: string; year: string };

export function partsOf(iso: string | null | undefined): DateParts {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso ?? "");
  if (!match) return { day: "", month: "", year: "" };
  return { day: String(Number(match[3])), month: String(Number(match[2])), year: match[1] as string };
}

/** The ISO date of three typed parts; `""` when all are empty, null when they are no date. The Thai era is refused. */
export function isoOf(parts: DateParts): string | "" | null {
  const texts = [parts.year, parts.month, parts.day];
  if (texts.every((text) => text.trim() === "")) return "";
  const [year, month, day] = texts.map((text) => parseNumberTyped(text));
  if (year == null || month == null || day == null || year < 1900 || year > 2150) return null;
  const date = new Date(Date.UTC(year, month - 1, day));
  const real =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real ? date.toISOString().slice(0, 10) : null;
}
