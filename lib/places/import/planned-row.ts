import type { RowOutcome } from "@/db/schema/imports";

export const rowErrors = [
  "code_not_seven_digits",
  "unknown_district",
  "district_differs",
  "name_missing",
  "name_not_lao",
  "several_with_this_name",
  "has_another_code",
  "repeated_in_file",
  "point_half",
  "point_not_a_number",
  "point_outside_country",
  "point_swapped",
  "uid_not_dhis2",
  "key_missing",
  "unknown_type",
  "unknown_village",
  "date_not_iso",
  "unknown_pcode",
  "not_a_polygon",
  "ring_open",
  "outside_country",
  "too_many_points",
  "similar_name",
  "on_border",
  "outside_districts",
] as const;
export type RowError = (typeof rowErrors)[number];

export type Suggestion = { id: string; nameLo: string; nameEn: string };

/** What one row of the file would do, or why it cannot; `column` and `value` are the file's own, to be found again. */
export type PlannedRow = {
  rowNo: number;
  outcome: RowOutcome;
  column: string | null;
  errorCode: RowError | null;
  value: string | null;
  suggestion: Suggestion | null;
  subject: string | null;
  next: Record<string, unknown> | null;
};

export class RowProblem extends Error {
  constructor(
    readonly code: RowError,
    readonly column: string,
    readonly value: string,
  ) {
    super(code);
  }
}

const blank = { column: null, errorCode: null, value: null, suggestion: null, subject: null, next: null };
export const planned = (row: Pick<PlannedRow, "rowNo" | "outcome"> & Partial<PlannedRow>): PlannedRow => ({
  ...blank,
  ...row,
});

/** Runs the rule of one row; what it throws becomes that row's error and stops no other row. */
export function plannedOr(rowNo: number, decide: () => PlannedRow): PlannedRow {
  try {
    return decide();
  } catch (error) {
    if (!(error instanceof RowProblem)) throw error;
    const { code, column, value } = error;
    return planned({ rowNo, outcome: "error", errorCode: code, column, value: value.slice(0, 200) });
  }
}

/** A second row for the same thing is an error of the second row; the first one stands. */
export function refuseRepeats(
  rows: readonly PlannedRow[],
  keyOf: (row: PlannedRow) => string | null,
): PlannedRow[] {
  const seen = new Map<string, number>();
  return rows.map((row) => {
    const key = row.outcome === "error" ? null : keyOf(row);
    if (key === null) return row;
    const first = seen.get(key);
    if (first === undefined) seen.set(key, row.rowNo);
    const { rowNo, column } = row;
    return first === undefined
      ? row
      : planned({ rowNo, outcome: "error", errorCode: "repeated_in_file", column, value: String(first) });
  });
}

export function countsOf(rows: readonly { outcome: RowOutcome }[]): Partial<Record<RowOutcome, number>> {
  const counts: Partial<Record<RowOutcome, number>> = {};
  for (const { outcome } of rows) counts[outcome] = (counts[outcome] ?? 0) + 1;
  return counts;
}
