import { z } from "zod";
import { AppError } from "@/lib/errors";
import { conflictsCsv } from "@/lib/exchange/conflicts-csv";
import { importConflicts } from "@/lib/exchange/queries";
import { isLocale, routing } from "@/lib/i18n/routing";
import { route } from "@/lib/route";

const Id = z.uuid();

/** `GET /api/imports/values/<id>/conflicts?locale=lo|en`: the rows that cannot be used, for mending them in the file. */
export const GET = route<{ id: string }>("values.import", async (actor, request, { id }) => {
  const asked = new URL(request.url).searchParams.get("locale");
  const conflicts = Id.safeParse(id).success ? await importConflicts(actor, id) : null;
  if (!conflicts) throw new AppError("not_found");
  return new Response(conflictsCsv(conflicts, isLocale(asked) ? asked : routing.defaultLocale), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="import-${id.slice(0, 8)}-conflicts.csv"`,
      "cache-control": "no-store",
    },
  });
});
