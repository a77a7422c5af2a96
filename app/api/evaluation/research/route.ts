import { getTranslations } from "next-intl/server";
import { today } from "@/lib/clock";
import { evaluationAsked } from "@/lib/evaluation/asked";
import { evaluationFileRows } from "@/lib/evaluation/evaluation-file";
import { evaluationOf } from "@/lib/evaluation/queries";
import { researchTables } from "@/lib/research/queries";
import { researchSheets, researchWorkbook } from "@/lib/research/workbook";
import { route } from "@/lib/route";
import { fileAsked, xlsxType } from "@/lib/table-file";

export const dynamic = "force-dynamic";

/** De-identified tables with their codebook for researchers, of the area and year of the page; that they were taken is logged. */
export const GET = route("research.export", async (actor, request) => {
  const { locale, query } = fileAsked(request);
  const asked = evaluationAsked(query);
  const [tables, evaluation] = [await researchTables(actor, asked), await evaluationOf(actor, asked)];
  const [lo, en, t, outcomes, interviews] = await Promise.all([
    getTranslations({ locale: "lo", namespace: "research" }),
    getTranslations({ locale: "en", namespace: "research" }),
    getTranslations({ locale, namespace: "evaluation" }),
    getTranslations({ locale, namespace: "mentees.outcomes" }),
    getTranslations({ locale, namespace: "interviews" }),
  ]);
  const rows = evaluationFileRows(evaluation, today(), { t, outcomes, interviews, locale });
  const about = { on: today(), place: asked.within, evaluation: rows };
  const body = await researchWorkbook(researchSheets(tables, { lo, en }, about), today());
  return new Response(new Uint8Array(body), {
    headers: {
      "content-type": xlsxType,
      "content-disposition": `attachment; filename="connect-research-${asked.within ?? "all"}-${today()}.xlsx"`,
      "cache-control": "no-store",
    },
  });
});
