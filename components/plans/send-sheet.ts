import type { SheetImport } from "@/lib/plans/commands";

/** What the server said, or that it could not be asked or refused the file. */
export type SheetReply = SheetImport | { failed: "unreadable" | "failed" };

const xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

export const sheetAddress = (planId: string) => `/api/plans/${planId}/workbook`;

/** Sends the file; without `confirm` the server only says what would change. Never throws. */
export async function sendSheet(input: {
  planId: string;
  file: Blob;
  confirm: boolean;
}): Promise<SheetReply> {
  try {
    const response = await fetch(`${sheetAddress(input.planId)}${input.confirm ? "?confirm=1" : ""}`, {
      method: "POST",
      headers: { "content-type": xlsx },
      body: input.file,
    });
    if (response.ok) return (await response.json()) as SheetImport;
    return { failed: response.status === 422 || response.status === 413 ? "unreadable" : "failed" };
  } catch {
    return { failed: "failed" };
  }
}
