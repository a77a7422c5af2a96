"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { formAction } from "@/lib/action";
import { askPull, resumePull, stopPull } from "./run-commands";
import { lookForPulls } from "./schedule";
import { AskForm, OneRun, PullForm } from "./schema";
import { setPull } from "./setting-commands";

export const setPullAction = formAction(PullForm, "values.pull", setPull);

export const askPullAction = formAction(AskForm, "values.pull", async (actor, ask) => {
  await askPull(actor, ask);
  begin();
  redirect(`/${await getLocale()}/admin/imports/values/pull/${ask.runId}`);
});

export const resumePullAction = formAction(OneRun, "values.pull", async (actor, run) => {
  await resumePull(actor, run);
  begin();
});

export const stopPullAction = formAction(OneRun, "values.pull", stopPull);

/** Not waited for: the journal tells. Whoever looks just now may have looked before this run was there, so once more. */
function begin(): void {
  void lookForPulls().then(lookForPulls);
}
