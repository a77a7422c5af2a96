/** What DHIS2 can report for (its documentation, "Date and period format"; ADX: ISO 8601 date and duration). */
export const periodKinds = [
  "day",
  "week",
  "two_weeks",
  "month",
  "two_months",
  "quarter",
  "half_year",
  "year",
  "financial_year",
] as const;
export type PeriodKind = (typeof periodKinds)[number];

const patterns: readonly (readonly [PeriodKind, RegExp, most?: number])[] = [
  ["day", /^\d{8}$/],
  ["month", /^\d{6}$/],
  ["year", /^\d{4}$/],
  ["week", /^\d{4}(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)?W(\d{1,2})$/, 53],
  ["two_weeks", /^\d{4}BiW(\d{1,2})$/, 27],
  ["two_months", /^\d{4}(\d{2})B$/, 12],
  ["quarter", /^\d{4}(?:Nov)?Q(\d)$/, 4],
  ["half_year", /^\d{4}(?:April|Nov)?S(\d)$/, 2],
  ["financial_year", /^\d{4}(?:Feb|April|July|Aug|Sep|Oct|Nov)$/],
];

const durations: Readonly<Record<string, PeriodKind>> = {
  P1D: "day",
  P7D: "week",
  P1W: "week",
  P14D: "two_weeks",
  P2W: "two_weeks",
  P1M: "month",
  P2M: "two_months",
  P3M: "quarter",
  P6M: "half_year",
  P1Y: "year",
  P12M: "year",
};

/**
 * `yyyymm` of a month, `yyyymmdd` of a day; of anything longer only its kind, for it cannot be parted into months; null
 * when it is no period at all.
 */
export type ReadPeriod = Readonly<
  { kind: "day" | "month"; at: number } | { kind: PeriodKind; at: null }
> | null;

export function readPeriod(text: string): ReadPeriod {
  if (text.includes("/")) return isoPeriod(text);
  for (const [kind, pattern, most = 1] of patterns) {
    const match = pattern.exec(text);
    if (!match) continue;
    if (!yearFits(text)) return null;
    const part = match[1] === undefined ? 1 : Number(match[1]);
    if (part < 1 || part > most) return null;
    if (kind === "month") return monthAt(text);
    return kind === "day" ? dayAt(text) : { kind, at: null };
  }
  return null;
}

const yearFits = (text: string) => text >= "2000" && text < "2100";

function monthAt(text: string): ReadPeriod {
  const month = Number(text.slice(4, 6));
  return month >= 1 && month <= 12 ? { kind: "month", at: Number(text) } : null;
}

const isoDay = (digits: string) => `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;

function dayAt(digits: string): ReadPeriod {
  const iso = isoDay(digits);
  const real = !Number.isNaN(Date.parse(iso)) && new Date(iso).toISOString().startsWith(iso);
  return real ? { kind: "day", at: Number(digits) } : null;
}

/** A day and a duration, such as `2015-06-01/P1M`. A month that does not begin on its first day is none. */
function isoPeriod(text: string): ReadPeriod {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?:T00:00(?::00)?Z?)?\/(P\w+)$/.exec(text);
  const kind = durations[match?.[4] ?? ""];
  if (!match || !kind) return null;
  const [year = "", month = "", day = ""] = match.slice(1);
  const first = dayAt(`${year}${month}${day}`);
  if (!yearFits(year) || !first) return null;
  if (kind === "day") return first;
  if (kind === "month") return day === "01" ? { kind, at: Number(`${year}${month}`) } : null;
  return { kind: kind === "year" && month !== "01" ? "financial_year" : kind, at: null };
}
