import type en from "@/lib/i18n/messages/en/exchange.json";

/** Why a row cannot be used; each has its words and says how it is mended. */
const conflictReasons = [
  "missing",
  "too_long",
  "period_unknown",
  "period_week",
  "period_two_weeks",
  "period_two_months",
  "period_quarter",
  "period_half_year",
  "period_year",
  "period_financial_year",
  "future",
  "value_missing",
  "value_not_whole",
  "value_too_large",
  "outside",
  "no_reporter",
  "repeated",
  "month_and_days",
  "verified",
  "moved",
] as const satisfies readonly (keyof (typeof en)["reason"])[];
export type ConflictReason = (typeof conflictReasons)[number];
export type ConflictField = keyof (typeof en)["field"];

export const isConflictReason = (text: string): text is ConflictReason =>
  (conflictReasons as readonly string[]).includes(text);
