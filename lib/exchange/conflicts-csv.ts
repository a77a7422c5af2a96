import "server-only";
import { createTranslator } from "next-intl";
import { csv } from "@/lib/csv";
import { loadMessages } from "@/lib/i18n/load";
import type { Locale } from "@/lib/i18n/routing";
import type { ImportConflict } from "./queries";
import { type ConflictField, isConflictReason } from "./reasons";

/** Rows that cannot be used: number in the file, field, what stands there, why, and what to do, in the reader's language. */
export function conflictsCsv(rows: readonly ImportConflict[], locale: Locale): string {
  const t = createTranslator({ locale, messages: loadMessages(locale), namespace: "exchange" });
  const heads = (["row", "field", "value", "reason", "mend"] as const).map((name) => t(`csv.${name}`));
  return csv([
    heads,
    ...rows.map(({ rowNo, field, value, reason }) => [
      rowNo,
      t(`field.${field as ConflictField}`),
      value,
      ...(isConflictReason(reason) ? [t(`reason.${reason}`), t(`mend.${reason}`)] : [reason, ""]),
    ]),
  ]);
}
