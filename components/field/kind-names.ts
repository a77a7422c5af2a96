"use client";

import { useLocale, useTranslations } from "next-intl";
import type { RecordType } from "@/lib/changes/registry";
import { formatNumber } from "@/lib/i18n/format";

const groups: Partial<Record<RecordType, string>> = {
  session: "workshop",
  consent: "workshop",
  map: "feature",
  problemNode: "problem",
  problemFeature: "problem",
  comparison: "ballot",
  score: "ballot",
  criterion: "ballot",
  plan: "action",
  share: "action",
  endorsement: "action",
  confirmation: "progress",
};
const named = [
  "workshop",
  "attendance",
  "group",
  "commitment",
  "photo",
  "feature",
  "problem",
  "ballot",
  "solution",
  "action",
  "progress",
  "visit",
  "other",
] as const;
type Named = (typeof named)[number];

/** Kinds of record as people speak of them: a cause belongs to its problem, a pair compared to the ranking. */
export function kindOf(type: RecordType): Named {
  const kind = groups[type] ?? type;
  return (named as readonly string[]).includes(kind) ? (kind as Named) : "other";
}

/** `4 problems`, `2 group tallies`: how many records of each kind, each record once. */
export function useKindCounts(items: readonly { type: RecordType; subject: string }[]): string[] {
  const t = useTranslations("field.kind");
  const locale = useLocale();
  const subjects = new Map(items.map(({ type, subject }) => [subject, kindOf(type)]));
  const counts = new Map<Named, number>();
  for (const kind of subjects.values()) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return named.flatMap((kind) => {
    const count = counts.get(kind);
    return count ? [t(kind, { count, n: formatNumber(count, locale) })] : [];
  });
}
