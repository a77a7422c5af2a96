import { z } from "zod";
import { today } from "@/lib/clock";
import { AppError } from "@/lib/errors";
import { isLocale, routing } from "@/lib/i18n/routing";
import { importPlanSheet } from "@/lib/plans/commands";
import { planSheet } from "@/lib/plans/queries";
import { planToRows } from "@/lib/plans/spreadsheet";
import { readWorkbook, workbookLimits, writeWorkbook } from "@/lib/plans/workbook";
import { route } from "@/lib/route";
import { bytesOf } from "@/lib/sync/request";

export const dynamic = "force-dynamic";

const xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

function planOf({ planId }: Record<string, string>): string {
  const id = z.uuid().safeParse(planId);
  if (!id.success) throw new AppError("not_found");
  return id.data;
}

/** The plan as a spreadsheet, `?locale=lo|en`. */
export const GET = route("record.read", async (actor, request, params) => {
  const asked = new URL(request.url).searchParams.get("locale");
  const locale = isLocale(asked) ? asked : routing.defaultLocale;
  const sheet = await planSheet(actor, planOf(params));
  const file = await writeWorkbook(planToRows({ ...sheet, locale }), sheet.placeName[locale]);
  return new Response(new Uint8Array(file), {
    headers: {
      "content-type": xlsx,
      "content-disposition": `attachment; filename="plan-${today()}.xlsx"`,
      "cache-control": "no-store",
    },
  });
});

/** The same file back: what would change; with `?confirm=1` it is changed. Another site's form cannot send this type. */
export const POST = route("workshop.record", async (actor, request, params) => {
  if (request.headers.get("content-type") !== xlsx) throw new AppError("invalid", { reason: "not_xlsx" });
  const confirm = new URL(request.url).searchParams.get("confirm") === "1";
  const rows = await readWorkbook(await bytesOf(request, workbookLimits.bytes));
  return Response.json(await importPlanSheet(actor, { planId: planOf(params), rows, confirm }), {
    headers: { "cache-control": "no-store" },
  });
});
