import { today } from "@/lib/clock";
import { AppError } from "@/lib/errors";
import { nationalFigures } from "@/lib/national/queries";
import { year } from "@/lib/national/schema";
import { nationalSheetRows } from "@/lib/national/sheet";
import { sheetWords } from "@/lib/national/words";
import { route } from "@/lib/route";
import { fileAnswer, fileAsked } from "@/lib/table-file";

export const dynamic = "force-dynamic";

/** Targets and values with their sources, in the columns that are taken back: `?format=csv|xlsx&locale=lo|en&year=2024`. */
export const GET = route("rollout.read", async (actor, request) => {
  const { format, locale, query } = fileAsked(request);
  const wanted = query.year ? year.safeParse(Number(query.year)) : null;
  if (wanted && !wanted.success) throw new AppError("invalid", { field: "year" });
  const figures = await nationalFigures(actor, wanted?.data ?? null);
  const rows = nationalSheetRows(figures, sheetWords(), locale);
  const name = ["connect-national-indicators", wanted?.data, today()].filter(Boolean).join("-");
  return fileAnswer({ rows, format, name, sheet: "national" });
});
