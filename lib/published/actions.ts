"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { formAction } from "@/lib/action";
import { PublishTable, publishTable, WithdrawTable, withdrawTable } from "./commands";

export const publishTableAction = formAction(PublishTable, "table.publish", async (actor, input) => {
  const id = await publishTable(actor, input);
  redirect(`/${await getLocale()}/published/${id}`);
});
export const withdrawTableAction = formAction(WithdrawTable, "table.publish", withdrawTable);
