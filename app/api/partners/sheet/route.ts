import { today } from "@/lib/clock";
import { partnerRegister } from "@/lib/money/partner-queries";
import { partnerSheetRows } from "@/lib/money/partner-sheet";
import { takePartnerSheet } from "@/lib/money/sheet-commands";
import { moneyWords } from "@/lib/money/words";
import { route } from "@/lib/route";
import { fileAnswer, fileAsked, sheetSent } from "@/lib/table-file";

export const dynamic = "force-dynamic";

/** The register in the columns that are taken back: `?format=csv|xlsx&locale=lo|en`. */
export const GET = route("rollout.record", async (actor, request) => {
  const { format, locale } = fileAsked(request);
  const rows = partnerSheetRows(await partnerRegister(actor), { words: moneyWords(), locale });
  return fileAnswer({ rows, format, name: `connect-partner-register-${today()}`, sheet: "partners" });
});

/** The same file back: what would change; with `confirm=1` it is changed. */
export const POST = route("rollout.record", async (actor, request) => {
  const sent = await sheetSent(request);
  return Response.json(await takePartnerSheet(actor, sent), { headers: { "cache-control": "no-store" } });
});
