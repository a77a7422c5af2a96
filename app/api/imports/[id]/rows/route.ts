import { z } from "zod";
import { AppError } from "@/lib/errors";
import { isLocale, routing } from "@/lib/i18n/routing";
import { rowsToMend } from "@/lib/places/import/queries";
import { importRowsCsv } from "@/lib/places/import/rows-csv";
import { route } from "@/lib/route";

const Id = z.uuid();

/** `GET /api/imports/<id>/rows?locale=lo|en`: the rows with an error or a doubt, for mending them in the file. */
export const GET = route<{ id: string }>("import.run", async (actor, request, { id }) => {
  const asked = new URL(request.url).searchParams.get("locale");
  const importId = Id.safeParse(id);
  const rows = importId.success ? await rowsToMend(actor, importId.data) : null;
  if (!rows) throw new AppError("not_found");
  return new Response(importRowsCsv(rows, isLocale(asked) ? asked : routing.defaultLocale), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="import-${id.slice(0, 8)}-rows.csv"`,
      "cache-control": "no-store",
    },
  });
});
