"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { requireActor } from "@/lib/access/session";
import { formAction } from "@/lib/action";
import { withdrawDevice } from "@/lib/devices/commands";
import { AppError } from "@/lib/errors";
import type { FormState } from "@/lib/form-state";
import {
  chooseDigest,
  chooseLocale,
  clearSecondFactor,
  closeAccount,
  correctAccount,
  createAccount,
  endOwnSession,
  endRole,
  endSessionsOf,
  eraseContact,
  giveRole,
  issueCode,
  type PrintedCode,
  reopenAccount,
} from "./commands";
import {
  AccountDetails,
  ContactErasure,
  NewAccount,
  NewRole,
  OneAccount,
  OneAssignment,
  OneDevice,
  OneSession,
  OwnDigest,
  OwnLocale,
} from "./schema";

export const correctAccountAction = formAction(AccountDetails, "account.manage", correctAccount);
export const closeAccountAction = formAction(OneAccount, "account.manage", closeAccount);
export const reopenAccountAction = formAction(OneAccount, "account.manage", reopenAccount);
export const giveRoleAction = formAction(NewRole, "account.manage", giveRole);
export const endRoleAction = formAction(OneAssignment, "account.manage", endRole);
export const clearSecondFactorAction = formAction(OneAccount, "account.manage", clearSecondFactor);
export const eraseContactAction = formAction(ContactErasure, "account.manage", eraseContact);
export const endSessionsAction = formAction(OneAccount, "account.manage", endSessionsOf);

export type SlipState = FormState &
  Readonly<{ slip?: PrintedCode & { userId: string; login: string; name: string } }>;

const filled = (form: FormData) =>
  Object.fromEntries([...form].filter(([name, value]) => value !== "" && !name.startsWith("$ACTION")));

function refusal(error: unknown): SlipState {
  if (!(error instanceof AppError)) throw error;
  return { status: "failed", error: error.code, fields: error.details.fields as FormState["fields"] };
}

/** Answers with the slip itself: its code exists nowhere else. */
export async function createAccountAction(_: SlipState, form: FormData): Promise<SlipState> {
  const actor = await requireActor("account.manage");
  const parsed = NewAccount.safeParse(filled(form));
  if (!parsed.success) {
    const fields = Object.fromEntries(parsed.error.issues.map(({ path }) => [String(path[0]), "invalid"]));
    return { status: "failed", error: "invalid", fields };
  }
  try {
    const printed = await createAccount(actor, parsed.data);
    refresh();
    return { status: "done", slip: { ...printed, login: parsed.data.login, name: parsed.data.displayName } };
  } catch (error) {
    return refusal(error);
  }
}

export async function issueCodeAction(_: SlipState, form: FormData): Promise<SlipState> {
  const actor = await requireActor();
  const parsed = OneAccount.safeParse(filled(form));
  if (!parsed.success) return { status: "failed", error: "invalid" };
  try {
    const printed = await issueCode(actor, parsed.data);
    const whose = { login: String(form.get("login")), name: String(form.get("name")) };
    return { status: "done", slip: { ...printed, ...parsed.data, ...whose } };
  } catch (error) {
    return refusal(error);
  }
}

export async function endOwnSessionAction(form: FormData): Promise<void> {
  await endOwnSession(await requireActor(), OneSession.parse(filled(form)));
  refresh();
}

export async function endAllSessionsAction(): Promise<void> {
  const actor = await requireActor();
  await endSessionsOf(actor, { userId: actor.userId });
  redirect(`/${await getLocale()}/sign-in?ended=1`);
}

export async function revokeDeviceAction(form: FormData): Promise<void> {
  await withdrawDevice(await requireActor(), OneDevice.parse(filled(form)));
  refresh();
}

export async function chooseDigestAction(form: FormData): Promise<void> {
  await chooseDigest(await requireActor(), OwnDigest.parse(filled(form)));
  refresh();
}

/** Also turns the page over into that language. */
export async function chooseLocaleAction(form: FormData): Promise<void> {
  const chosen = OwnLocale.parse(filled(form));
  await chooseLocale(await requireActor(), chosen);
  redirect(`/${chosen.locale}/me`);
}
