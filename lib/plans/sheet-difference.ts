import type { SheetAction } from "./spreadsheet";
import type { SheetChange, SheetFields } from "./spreadsheet-import";

export type RowDifference = Readonly<{
  row: number;
  actionId: string | null;
  /** Only what the file says differently. */
  fields: SheetFields;
  /** A new progress report, when the status differs from the last one. */
  status: SheetChange["status"];
}>;

const same = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/** Rows of the file that say something else than the plan does; the others are left alone. */
export function sheetDifference(
  changes: readonly SheetChange[],
  actions: readonly SheetAction[],
): RowDifference[] {
  return changes.flatMap(({ row, actionId, fields, status }) => {
    const known = actions.find(({ id }) => id === actionId);
    const before = (known?.action ?? {}) as Record<string, unknown>;
    const differing = Object.entries(fields).filter(([name, value]) => !same(value, before[name]));
    const reported = status && status !== (known?.status ?? "not_started") ? status : undefined;
    if (known && differing.length === 0 && !reported) return [];
    return [{ row, actionId, fields: Object.fromEntries(differing) as SheetFields, status: reported }];
  });
}
