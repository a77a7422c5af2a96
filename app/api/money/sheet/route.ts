import { today } from "@/lib/clock";
import { askedMoney } from "@/lib/money/asked";
import { budgetLines } from "@/lib/money/budget-queries";
import { budgetSheetRows } from "@/lib/money/budget-sheet";
import { budgetLevel, takeBudgetSheet } from "@/lib/money/sheet-commands";
import { moneyWords } from "@/lib/money/words";
import { route } from "@/lib/route";
import { fileAnswer, fileAsked, sheetSent } from "@/lib/table-file";

export const dynamic = "force-dynamic";

/** A year's lines that the reader keeps, in the columns that are taken back: `?format=csv|xlsx&locale=lo|en&year=2026`. */
export const GET = route(["budget.record", "budget.recordNational"], async (actor, request) => {
  const { format, locale, query } = fileAsked(request);
  const { year } = askedMoney(query, today());
  const { lines, ...lists } = await budgetLines(actor, { year, level: budgetLevel(actor) });
  const rows = budgetSheetRows(lines, lists, { words: moneyWords(), locale });
  const name = `connect-budget-lines-${year}-${today()}`;
  return fileAnswer({ rows, format, name, sheet: `budget lines ${year}` });
});

/** The same file back: what would change; with `confirm=1` it is changed. */
export const POST = route(["budget.record", "budget.recordNational"], async (actor, request) => {
  const { query, ...sent } = await sheetSent(request);
  const { year } = askedMoney(query, today());
  return Response.json(await takeBudgetSheet(actor, { ...sent, year }), {
    headers: { "cache-control": "no-store" },
  });
});
