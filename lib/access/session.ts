import "server-only";
import { cookies, headers } from "next/headers";
import { forbidden, redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { cache } from "react";
import { type Actor, mintActor } from "./actor";
import { can } from "./can";
import { unsealSession } from "./cookie";
import { safeReturnPath } from "./return-path";
import type { Verb } from "./roles";
import { type SessionStep, sessionStep } from "./session-step";
import { signInSettings } from "./settings";
import { mayEnter } from "./sign-in";
import { type SessionPerson, sessionByToken } from "./store";
import { hashOf } from "./tokens";

export type CurrentSession = { token: string; person: SessionPerson; step: SessionStep };

/** Who the cookie stands for, read once per request, even when a step is still missing before they may work. */
export const currentSession = cache(async (): Promise<CurrentSession | null> => {
  const { cookieName, demonstration } = signInSettings();
  const token = await unsealSession((await cookies()).get(cookieName)?.value);
  const person = token && (await sessionByToken(hashOf(token)));
  if (!token || !person || !mayEnter(person.demonstration)) return null;
  return { token, person, step: sessionStep(person, { demonstration }) };
});

export const actorOf = (person: SessionPerson): Actor =>
  mintActor({
    userId: person.userId,
    sessionId: person.sessionId,
    displayName: person.displayName,
    office: person.office,
    assignments: person.assignments,
  });

/**
 * The signed-in person with today's places, or null: not signed in, ended, or a step still missing. A new privacy notice is
 * asked before the next page, but stops no phone from sending what it has.
 */
export const currentActor = cache(async (): Promise<Actor | null> => {
  const session = await currentSession();
  const works = session?.step === "ready" || session?.step === "privacy";
  return session && works ? actorOf(session.person) : null;
});

const stepPages = {
  code: "code",
  enrol: "second-factor",
  password: "new-password",
  privacy: "privacy",
} as const;

/** Where a visitor must go before working on, and come back from to `back`. */
export async function stepPath(step: SessionStep | null, back: string | null): Promise<string> {
  const page = step && step !== "ready" ? `sign-in/${stepPages[step]}` : "sign-in";
  return `/${await getLocale()}/${page}${back ? `?return=${encodeURIComponent(back)}` : ""}`;
}

/** The same for the page being asked for; the proxy names it in a header that a visitor cannot set. */
async function signInPath(): Promise<string> {
  const here = safeReturnPath((await headers()).get("x-connect-path"));
  return stepPath((await currentSession())?.step ?? null, here);
}

/** For pages, awaited before their first Suspense: nobody → sign-in, with none of the verbs → a real 403. */
export async function requireActor(...verbs: readonly Verb[]): Promise<Actor> {
  const actor = await currentActor();
  if (!actor || (await currentSession())?.step === "privacy") redirect(await signInPath());
  if (verbs.length > 0 && !verbs.some((verb) => can(actor, verb))) forbidden();
  return actor;
}
