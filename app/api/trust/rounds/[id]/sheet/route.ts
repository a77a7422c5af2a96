import { z } from "zod";
import { today } from "@/lib/clock";
import { AppError } from "@/lib/errors";
import { isLocale, routing } from "@/lib/i18n/routing";
import { readWorkbook, workbookLimits, writeWorkbook } from "@/lib/plans/workbook";
import { route } from "@/lib/route";
import { bytesOf } from "@/lib/sync/request";
import { importPaper, paperInstrument } from "@/lib/trust/paper-commands";
import { paperHeadings } from "@/lib/trust/paper-rows";

export const dynamic = "force-dynamic";

const xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

function roundOf({ id }: Record<string, string>): string {
  const parsed = z.uuid().safeParse(id);
  if (!parsed.success) throw new AppError("not_found");
  return parsed.data;
}

/** An empty sheet for a round on paper, one row a person; `?locale=lo|en`. */
export const GET = route("trust.record", async (actor, request, params) => {
  const asked = new URL(request.url).searchParams.get("locale");
  const instrument = await paperInstrument(actor, roundOf(params));
  const headings = paperHeadings(instrument, isLocale(asked) ? asked : routing.defaultLocale);
  return new Response(new Uint8Array(await writeWorkbook([headings], instrument.series)), {
    headers: {
      "content-type": xlsx,
      "content-disposition": `attachment; filename="trust-${today()}.xlsx"`,
      "cache-control": "no-store",
    },
  });
});

/** The filled sheet: what would be taken; with `?confirm=1` it is. Another site's form cannot send this type. */
export const POST = route("trust.record", async (actor, request, params) => {
  if (request.headers.get("content-type") !== xlsx) throw new AppError("invalid", { reason: "not_xlsx" });
  const confirm = new URL(request.url).searchParams.get("confirm") === "1";
  const file = await bytesOf(request, workbookLimits.bytes);
  const rows = await readWorkbook(file);
  return Response.json(await importPaper(actor, { roundId: roundOf(params), file, rows, confirm }), {
    headers: { "cache-control": "no-store" },
  });
});
