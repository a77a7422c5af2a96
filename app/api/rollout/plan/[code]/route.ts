import { today } from "@/lib/clock";
import { AppError } from "@/lib/errors";
import { readWorkbook, workbookLimits } from "@/lib/plans/workbook";
import { importPlan } from "@/lib/rollout/plan-commands";
import { planOfPlace } from "@/lib/rollout/plan-queries";
import { planToRows } from "@/lib/rollout/plan-sheet";
import { planYear } from "@/lib/rollout/schema";
import { rolloutPlace } from "@/lib/rollout/village-queries";
import { route } from "@/lib/route";
import { bytesOf } from "@/lib/sync/request";
import { fileAnswer, fileAsked, xlsxType } from "@/lib/table-file";

export const dynamic = "force-dynamic";

const yearOf = (request: Request) => {
  const asked = new URL(request.url).searchParams.get("year");
  const year = planYear.safeParse(Number(asked ?? today().slice(0, 4)));
  if (!year.success) throw new AppError("invalid", { field: "year" });
  return year.data;
};

/** The plan of a province or district as a spreadsheet: `?year=&format=csv|xlsx&locale=lo|en`. */
export const GET = route<{ code: string }>("rollout.read", async (actor, request, { code }) => {
  const { format, locale } = fileAsked(request);
  const year = yearOf(request);
  const place = await rolloutPlace(actor, code);
  const { lines, institutions } = await planOfPlace(actor, { year, within: place.id, on: today() });
  const rows = planToRows(lines, institutions, locale);
  return fileAnswer({
    rows,
    format,
    name: `connect-plan-${code}-${year}-${today()}`,
    sheet: `${code} ${year}`,
  });
});

/** The same file back: what would change; with `confirm=1` it is changed. Another site's form cannot send this type. */
export const POST = route<{ code: string }>("rollout.plan", async (actor, request, { code }) => {
  if (request.headers.get("content-type") !== xlsxType) throw new AppError("invalid", { reason: "not_xlsx" });
  const place = await rolloutPlace(actor, code);
  const rows = await readWorkbook(await bytesOf(request, workbookLimits.bytes));
  const confirm = new URL(request.url).searchParams.get("confirm") === "1";
  const answer = await importPlan(actor, { within: place.id, year: yearOf(request), rows, confirm });
  return Response.json(answer, { headers: { "cache-control": "no-store" } });
});
