import "server-only";
import { createTranslator } from "next-intl";
import type { RowOutcome } from "@/db/schema/imports";
import { csv } from "@/lib/csv";
import { loadMessages } from "@/lib/i18n/load";
import type { Locale } from "@/lib/i18n/routing";
import type { ImportRowView } from "./queries";

/** Rows that need somebody: number in the file, column, value as it stands there, and why, in the reader's language. */
export function importRowsCsv(rows: readonly ImportRowView[], locale: Locale): string {
  const t = createTranslator({ locale, messages: loadMessages(locale) });
  const heads = (["row", "outcome", "column", "value", "reason"] as const).map((name) =>
    t(`places.rowsFile.${name}`),
  );
  const outcome = (name: RowOutcome) => t(`places.outcome.${name}`);
  return csv([
    heads,
    ...rows.map((row) => [
      row.rowNo,
      outcome(row.outcome),
      row.column,
      row.value,
      row.errorCode && t(`places.rowError.${row.errorCode as "name_missing"}`, { value: row.value ?? "" }),
    ]),
  ]);
}
