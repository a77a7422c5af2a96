"use client";

import { useLocale, useTranslations } from "next-intl";
import type { RecordType } from "@/lib/changes/registry";
import { formatNumber } from "@/lib/i18n/format";
import { kindOf, type NamedKind, namedKinds } from "./record-kinds";

/** `4 problems`, `2 group tallies`: how many records of each kind, each record once. */
export function useKindCounts(items: readonly { type: RecordType; subject: string }[]): string[] {
  const t = useTranslations("field.kind");
  const locale = useLocale();
  const subjects = new Map(items.map(({ type, subject }) => [subject, kindOf(type)]));
  const counts = new Map<NamedKind, number>();
  for (const kind of subjects.values()) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return namedKinds.flatMap((kind) => {
    const count = counts.get(kind);
    return count ? [t(kind, { count, n: formatNumber(count, locale) })] : [];
  });
}
