import { PERCENT_FROM, STABLE_FROM } from "@/lib/statistics/proportion";
import type { Calculated, Year } from "./calculation";
import { kindOf } from "./calculation";

export type Remark = "few" | "unstable" | "incomplete" | "over" | "negative" | "estimate" | "noDenominator";
/** What may be shown of a rate to its own village, health centre or district (statistics.md §14). */
export type Shown = Readonly<{
  k: number | null;
  /** Whole people; a part of an estimate is rounded. */
  n: number | null;
  /** k/n, null when there are too few. */
  share: number | null;
  interval: Readonly<{ low: number; high: number }> | null;
  remarks: readonly Remark[];
}>;

export function shownYear(indicator: Calculated, { rate, estimated }: Year): Shown {
  const { k, complete, overOne, lo, hi } = rate;
  const incomplete: Remark[] = complete || k === null ? [] : ["incomplete"];
  if (k === null) return { k, n: null, share: null, interval: null, remarks: [] };
  if (kindOf(indicator) === "count") return { k, n: null, share: null, interval: null, remarks: incomplete };
  if (rate.n === null)
    return { k, n: null, share: null, interval: null, remarks: [...incomplete, "noDenominator"] };
  const enough = rate.n >= PERCENT_FROM;
  const small: Remark[] = enough ? (rate.n < STABLE_FROM ? ["unstable"] : []) : ["few"];
  return {
    k,
    n: Math.round(rate.n),
    share: enough ? rate.share : null,
    interval: enough && lo !== null && hi !== null ? { low: lo, high: hi } : null,
    remarks: [
      ...small,
      ...(estimated ? (["estimate"] as const) : []),
      ...(overOne ? ([k < 0 ? "negative" : "over"] as const) : []),
      ...incomplete,
    ],
  };
}
