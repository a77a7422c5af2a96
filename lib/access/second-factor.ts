import "server-only";
import { generateSecret, generateURI, verify } from "otplib";
import { now } from "@/lib/clock";
import { sealed, unsealed } from "./sealed";
import {
  confirmNextTotp,
  confirmTotp,
  secondFactorOf,
  spendRecoveryCode,
  spendTotp,
  storeNextTotp,
  storeTotp,
} from "./store";
import { countTry, forgetTries } from "./throttle";
import { hashOf, hashOfCode, newCode } from "./tokens";

const issuer = "CONNECT";
const purpose = "connect second factor";
const seal = (plain: string) => sealed(purpose, plain);
const unseal = (box: string) => unsealed(purpose, box);

export type Enrolment = { secret: string; uri: string };

/** The secret to set an authenticator up with; the same one until it is confirmed. Null once it is. */
export async function enrolment(token: string, login: string): Promise<Enrolment | null> {
  const state = await secondFactorOf(hashOf(token));
  if (!state || state.confirmed) return null;
  const secret = state.secret ? unseal(state.secret) : generateSecret();
  if (!state.secret) await storeTotp(hashOf(token), seal(secret));
  return { secret, uri: generateURI({ issuer, label: login, secret }) };
}

async function stepOf(secret: string, code: string, lastStep: number | null): Promise<number | null> {
  const digits = code.replace(/\s/g, "");
  if (!/^\d{6}$/.test(digits)) return null;
  const result = await verify({
    secret,
    token: digits,
    epoch: Math.floor(now().getTime() / 1000),
    epochTolerance: 30,
    ...(lastStep === null ? {} : { afterTimeStep: lastStep }),
  });
  return result.valid && "timeStep" in result ? result.timeStep : null;
}

/** Confirms a new authenticator; answers with ten recovery codes, shown once, or null for a wrong code. */
export async function confirmEnrolment(token: string, code: string): Promise<string[] | null> {
  const state = await secondFactorOf(hashOf(token));
  if (!state?.secret || state.confirmed) return null;
  await countTry("secondFactor", state.userId);
  const step = await stepOf(unseal(state.secret), code, state.lastStep);
  if (step === null) return null;
  const codes = Array.from({ length: 10 }, newCode);
  if (!(await confirmTotp(hashOf(token), step, codes.map(hashOfCode)))) return null;
  await forgetTries("secondFactor", state.userId);
  return codes;
}

/** Accepts the authenticator's code, once each, or an unused recovery code. */
export async function passSecondFactor(token: string, code: string): Promise<boolean> {
  const state = await secondFactorOf(hashOf(token));
  if (!state?.confirmed || !state.secret) return false;
  await countTry("secondFactor", state.userId);
  const step = await stepOf(unseal(state.secret), code, state.lastStep);
  const passed =
    step === null
      ? await spendRecoveryCode(hashOf(token), hashOfCode(code))
      : await spendTotp(hashOf(token), step);
  if (passed) await forgetTries("secondFactor", state.userId);
  return passed;
}

/**
 * Begins a replacement after the present code, or a recovery code, was right (the caller has checked the password). Null for a
 * wrong code. The present authenticator stands until the new one has been confirmed.
 */
export async function beginReplacement(
  token: string,
  login: string,
  code: string,
): Promise<Enrolment | null> {
  if (!(await passSecondFactor(token, code))) return null;
  const secret = generateSecret();
  if (!(await storeNextTotp(hashOf(token), seal(secret)))) return null;
  return { secret, uri: generateURI({ issuer, label: login, secret }) };
}

/** The new authenticator's first code; answers with ten new recovery codes and ends every other session. */
export async function confirmReplacement(token: string, code: string): Promise<string[] | null> {
  const state = await secondFactorOf(hashOf(token));
  if (!state?.next) return null;
  await countTry("secondFactor", state.userId);
  const step = await stepOf(unseal(state.next), code, null);
  if (step === null) return null;
  const codes = Array.from({ length: 10 }, newCode);
  if (!(await confirmNextTotp(hashOf(token), step, codes.map(hashOfCode)))) return null;
  await forgetTries("secondFactor", state.userId);
  return codes;
}

/** Whether the session's owner has an authenticator set up, and how many recovery codes are left. */
export async function secondFactorStanding(
  token: string,
): Promise<{ confirmed: boolean; codesLeft: number }> {
  const state = await secondFactorOf(hashOf(token));
  return { confirmed: state?.confirmed ?? false, codesLeft: state?.codesLeft ?? 0 };
}
