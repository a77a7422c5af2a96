import { getTranslations } from "next-intl/server";
import { today } from "@/lib/clock";
import { evaluationAsked } from "@/lib/evaluation/asked";
import { evaluationFileRows } from "@/lib/evaluation/evaluation-file";
import { evaluationOf } from "@/lib/evaluation/queries";
import { route } from "@/lib/route";
import { fileAsked, tableFile } from "@/lib/table-file";

export const dynamic = "force-dynamic";

/** What the page of before and after shows for the same address, as a file: `?format=csv|xlsx&locale=lo|en`. */
export const GET = route("rollout.read", async (actor, request) => {
  const asked = fileAsked(request);
  const { locale } = asked;
  const evaluation = await evaluationOf(actor, evaluationAsked(asked.query));
  const [t, outcomes, interviews] = await Promise.all([
    getTranslations({ locale, namespace: "evaluation" }),
    getTranslations({ locale, namespace: "mentees.outcomes" }),
    getTranslations({ locale, namespace: "interviews" }),
  ]);
  const rows = evaluationFileRows(evaluation, today(), { t, outcomes, interviews, locale });
  return tableFile(`evaluation-${evaluation.services.within?.code ?? "all"}`, rows, asked);
});
