import type { CellReason } from "@/lib/plans/spreadsheet-cells";

/** What the server said, or that it could not be asked or refused the file. */
export type SheetReply = SheetTaken | { failed: "unreadable" | "failed" };

type SheetTaken =
  | Readonly<{ refused: "no_heading" | "duplicate_heading" | "too_many_rows" }>
  | Readonly<{
      refused?: never;
      changed: number;
      added: number;
      reports: number;
      errors: readonly Readonly<{
        row: number;
        column: string;
        heading: string;
        value: string;
        reason: CellReason;
      }>[];
      unknownHeadings: readonly string[];
      taken: number;
    }>;

const xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

export const sheetAddress = (planId: string) => `/api/plans/${planId}/workbook`;

/** Sends the file; without `confirm` the server only says what would change. Never throws. */
export async function sendSheet(input: {
  /** Where the same sheet is given out. */
  address: string;
  file: Blob;
  confirm: boolean;
}): Promise<SheetReply> {
  try {
    const response = await fetch(
      `${input.address}${input.confirm ? `${input.address.includes("?") ? "&" : "?"}confirm=1` : ""}`,
      {
        method: "POST",
        headers: { "content-type": xlsx },
        body: input.file,
      },
    );
    if (response.ok) return (await response.json()) as SheetTaken;
    return { failed: response.status === 422 || response.status === 413 ? "unreadable" : "failed" };
  } catch {
    return { failed: "failed" };
  }
}
