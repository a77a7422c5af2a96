"use server";

import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { AppError } from "@/lib/errors";
import { privacyVersion } from "@/lib/people/privacy";
import { callNextAuth } from "./auth-call";
import type { AccessState } from "./form-state";
import { hashPassword, passwordFault, passwordFits } from "./passwords";
import { originOf } from "./request-origin";
import { safeReturnPath } from "./return-path";
import { beginReplacement, confirmEnrolment, confirmReplacement, passSecondFactor } from "./second-factor";
import { currentSession, stepPath } from "./session";
import { signInSettings } from "./settings";
import { signOutToken } from "./sign-in";
import { acceptPrivacy, codeOwner, passwordHashOf, redeemCode, storePassword } from "./store";
import { countTry } from "./throttle";
import { hashOf, hashOfCode } from "./tokens";
import { hintWho } from "./who-hint";

const text = (form: FormData, name: string) => {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
};

const returnOf = (form: FormData) => safeReturnPath(text(form, "return"));

/** On to where the visitor wanted to go, unless their session still owes a step. */
async function goOn(back: string | null): Promise<never> {
  const session = await currentSession();
  if (session) await hintWho(session.person.userId);
  const step = session?.step ?? null;
  redirect(step === "ready" ? (back ?? `/${await getLocale()}`) : await stepPath(step, back));
}

async function guarded(work: () => Promise<AccessState>): Promise<AccessState> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const { minutes } = error.details;
    return error.code === "throttled"
      ? { fault: "throttled", minutes: Number(minutes) }
      : { fault: "unavailable" };
  }
}

export async function signInAction(_: AccessState, form: FormData): Promise<AccessState> {
  const login = text(form, "login");
  const fields = { login, password: text(form, "password"), callbackUrl: "/" };
  const { location } = await callNextAuth({ action: "callback", provider: "credentials", fields });
  const fault = new URL(location, "http://connect.invalid").searchParams.get("error");
  if (!fault) return goOn(returnOf(form));
  const [kind, minutes] = fault.split("-");
  if (kind === "throttled") return { fault: "throttled", minutes: Number(minutes), login };
  return { fault: fault === "CredentialsSignin" ? "wrong" : "unavailable", login };
}

/** Off to the institution's own sign-in page, and back through next-auth's callback address. */
export async function institutionAction(form: FormData): Promise<void> {
  const callbackUrl = returnOf(form) ?? `/${await getLocale()}`;
  const { location } = await callNextAuth({ action: "signin", provider: "oidc", fields: { callbackUrl } });
  redirect(location);
}

export async function signOutAction(): Promise<void> {
  const session = await currentSession();
  if (session) await signOutToken(session.token);
  (await cookies()).delete(signInSettings().cookieName);
  await hintWho(null);
  redirect(`/${await getLocale()}/sign-in?ended=1`);
}

export async function codeAction(_: AccessState, form: FormData): Promise<AccessState> {
  return guarded(async () => {
    const session = await currentSession();
    if (!session) redirect(await stepPath(null, returnOf(form)));
    if (!(await passSecondFactor(session.token, text(form, "code")))) return { fault: "wrong" };
    redirect(returnOf(form) ?? `/${await getLocale()}`);
  });
}

export async function confirmSecondFactorAction(_: AccessState, form: FormData): Promise<AccessState> {
  return guarded(async () => {
    const session = await currentSession();
    if (!session) redirect(await stepPath(null, null));
    const codes = await confirmEnrolment(session.token, text(form, "code"));
    return codes ? { codes } : { fault: "wrong" };
  });
}

/** On with the work once the notice as it reads today is accepted. */
export async function acceptPrivacyAction(_: AccessState, form: FormData): Promise<AccessState> {
  return guarded(async () => {
    const session = await currentSession();
    if (!session) redirect(await stepPath(null, returnOf(form)));
    if (text(form, "privacy") !== "on") return { fault: "privacy_required" };
    await acceptPrivacy(hashOf(session.token), privacyVersion);
    redirect(returnOf(form) ?? `/${await getLocale()}`);
  });
}

/** Whoever replaces the second factor shows both: the password, and a code of the present one or a recovery code. */
export async function beginReplacementAction(_: AccessState, form: FormData): Promise<AccessState> {
  return guarded(async () => {
    const session = await currentSession();
    if (session?.step !== "ready") redirect(await stepPath(session?.step ?? null, null));
    const { token, person } = session;
    await countTry("secondFactor", `password ${person.userId}`);
    if (!(await passwordFits(await passwordHashOf(hashOf(token)), text(form, "current"))))
      return { fault: "wrong_current" };
    const enrol = await beginReplacement(token, person.login, text(form, "code"));
    return enrol ? { enrol } : { fault: "wrong" };
  });
}

export async function confirmReplacementAction(before: AccessState, form: FormData): Promise<AccessState> {
  return guarded(async () => {
    const session = await currentSession();
    if (session?.step !== "ready") redirect(await stepPath(session?.step ?? null, null));
    const codes = await confirmReplacement(session.token, text(form, "code"));
    return codes ? { codes } : { ...before, fault: "wrong" };
  });
}

/** Asks for the present password even of a signed-in person: the phone may be in another hand. */
export async function newPasswordAction(_: AccessState, form: FormData): Promise<AccessState> {
  return guarded(async () => {
    const session = await currentSession();
    if (!session || session.step === "code" || session.step === "enrol") redirect(await stepPath(null, null));
    const { token, person } = session;
    await countTry("secondFactor", `password ${person.userId}`);
    const present = await passwordHashOf(hashOf(token));
    if (!(await passwordFits(present, text(form, "current")))) return { fault: "wrong_current" };
    const password = text(form, "password");
    const fault = passwordFault(password, person.login);
    if (fault) return { fault };
    await storePassword(hashOf(token), await hashPassword(password));
    redirect(returnOf(form) ?? `/${await getLocale()}/me?changed=1`);
  });
}

/** First the code alone, then the code again with the password it lets its owner choose. */
export async function redeemAction(_: AccessState, form: FormData): Promise<AccessState> {
  return guarded(async () => {
    await countTry("code", originOf(await headers()).ipPrefix);
    const code = text(form, "code");
    const known = await codeOwner(hashOfCode(code));
    if (!known) return { fault: "unknown_code" };
    const owner = {
      code,
      purpose: known.purpose,
      login: known.login,
      displayName: known.displayName,
    };
    if (text(form, "step") !== "password") return { owner };
    const password = text(form, "password");
    if (known.purpose === "invite" && text(form, "privacy") !== "on")
      return { owner, fault: "privacy_required" };
    const fault = passwordFault(password, known.login);
    if (fault) return { owner, fault };
    const accepted = known.purpose === "invite" ? privacyVersion : null;
    const used = await redeemCode(hashOfCode(code), await hashPassword(password), accepted);
    if (!used) return { fault: "unknown_code" };
    redirect(`/${await getLocale()}/sign-in?again=1`);
  });
}
