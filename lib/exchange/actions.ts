"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { formAction } from "@/lib/action";
import { discardImport } from "./import-commands";
import { carryOn } from "./jobs";
import { MeaningForm, OneImport, OneMeaning } from "./mapping";
import { forgetId, rememberId } from "./mapping-commands";

export const rememberIdAction = formAction(MeaningForm, "values.import", rememberId);
export const forgetIdAction = formAction(OneMeaning, "values.import", forgetId);
export const writeImportAction = formAction(OneImport, "values.import", (actor, { importId }) =>
  carryOn(actor, "write", importId),
);
export const undoValuesAction = formAction(OneImport, "values.import", (actor, { importId }) =>
  carryOn(actor, "undo", importId),
);
export const discardImportAction = formAction(OneImport, "values.import", async (actor, { importId }) => {
  await discardImport(actor, importId);
  redirect(`/${await getLocale()}/admin/imports/values`);
});
