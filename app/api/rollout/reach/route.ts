import { z } from "zod";
import { isoDate } from "@/lib/changes/fields";
import { today } from "@/lib/clock";
import { AppError } from "@/lib/errors";
import { reachUntil } from "@/lib/rollout/queries";
import { reachCsv } from "@/lib/rollout/reach-csv";
import { route } from "@/lib/route";

const Query = z.object({ on: isoDate.optional() });

/** The rollout by province as CSV, until `?on=` (today when left out). */
export const GET = route("rollout.read", async (actor, request) => {
  const query = Query.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!query.success) throw new AppError("invalid", { field: "on" });
  const on = query.data.on ?? today();
  return new Response(reachCsv(await reachUntil(actor, on), on), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="connect-reach-${on}.csv"`,
      "cache-control": "no-store",
    },
  });
});
