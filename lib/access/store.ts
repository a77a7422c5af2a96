import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { asLogin, emptyScope, withScope } from "@/db/client";
import type { Assignment } from "./actor";
import type { RequestOrigin } from "./request-origin";
import type { Role } from "./roles";

// One typed line per definer function of db/sql/after/people.sql: all that sign-in may ask before there is an actor.
async function ask<T>(call: SQL): Promise<T> {
  const [row] = await withScope(emptyScope, (tx) =>
    tx.execute<{ answer: unknown }>(sql`select ${call} as answer`),
  );
  return (row?.answer ?? null) as T;
}

export type Account = {
  userId: string;
  login: string;
  passwordHash: string | null;
  demonstration: boolean;
  roles: Role[];
};
export type FederatedAccount = Pick<Account, "userId" | "roles">;
export type CodeOwner = {
  invitationId: string;
  purpose: "invite" | "reset";
  userId: string;
  login: string;
  displayName: string;
  office: string;
};
export type SessionPerson = {
  sessionId: string;
  userId: string;
  login: string;
  displayName: string;
  office: string;
  locale: "lo" | "en";
  demonstration: boolean;
  secondFactorDone: boolean;
  secondFactorSet: boolean;
  mustChangePassword: boolean;
  /** The version of the privacy notice accepted last; null when none was, as in the demonstration. */
  privacyAccepted: string | null;
  assignments: Assignment[];
};
export type SecondFactorState = {
  userId: string;
  secret: string | null;
  confirmed: boolean;
  lastStep: number | null;
  codesLeft: number;
  /** A replacement that has not given a code yet. */
  next: string | null;
};
export type DeviceOwner = Pick<SessionPerson, "userId" | "displayName" | "office" | "assignments"> & {
  deviceId: string;
  publicKey: JsonWebKey;
  revoked: boolean;
  disabled: boolean;
};
export type TokenOwner = Pick<
  SessionPerson,
  "userId" | "displayName" | "office" | "demonstration" | "assignments"
>;
export type NewSession = RequestOrigin & {
  id: string;
  userId: string;
  lifeSeconds: number;
  idleSeconds: number;
  federated: boolean;
};

const json = (value: unknown) => sql`${JSON.stringify(value)}::jsonb`;
// A hash travels as hex: an array of bytes would be bound as a list.
const bytes = (hash: Buffer) => sql`decode(${hash.toString("hex")}, 'hex')`;
const manyBytes = (hashes: Buffer[]) => sql`array[${sql.join(hashes.map(bytes), sql`, `)}]::bytea[]`;

export const accountByLogin = (login: string) => ask<Account | null>(sql`auth_account(${login})`);
export const accountByEmail = (email: string) =>
  ask<FederatedAccount | null>(sql`auth_account_by_email(${email})`);
export const openSession = (session: NewSession, token: Buffer) =>
  ask<null>(sql`auth_open_session(${json(session)}, ${bytes(token)})`);
/** Before every page: without a role and a transaction, on one way to the database instead of four. */
export const sessionByToken = async (token: Buffer) =>
  (await asLogin<{ answer: SessionPerson | null }>(sql`select auth_session(${bytes(token)}) as answer`))
    .answer;
export const endSession = (token: Buffer) => ask<null>(sql`auth_end_session(${bytes(token)})`);
export const noteRefusal = (login: string, origin: RequestOrigin) =>
  ask<null>(sql`auth_note_refusal(${login}, ${json(origin)})`);
export const passwordHashOf = (token: Buffer) => ask<string | null>(sql`auth_password_hash(${bytes(token)})`);
export const storePassword = (token: Buffer, hash: string) =>
  ask<string | null>(sql`auth_change_password(${bytes(token)}, ${hash})`);
export const acceptPrivacy = (token: Buffer, version: string) =>
  ask<boolean>(sql`auth_accept_privacy(${bytes(token)}, ${version})`);
export const codeOwner = (code: Buffer) => ask<CodeOwner | null>(sql`auth_code(${bytes(code)})`);
export const redeemCode = (code: Buffer, hash: string, privacy: string | null = null) =>
  ask<string | null>(sql`auth_redeem(${bytes(code)}, ${hash}, ${privacy})`);
export const secondFactorOf = (token: Buffer) =>
  ask<SecondFactorState | null>(sql`auth_second_factor(${bytes(token)})`);
export const storeTotp = (token: Buffer, secret: string) =>
  ask<boolean>(sql`auth_set_totp(${bytes(token)}, ${secret})`);
export const storeNextTotp = (token: Buffer, secret: string) =>
  ask<boolean>(sql`auth_set_next_totp(${bytes(token)}, ${secret})`);
export const confirmNextTotp = (token: Buffer, step: number, codes: Buffer[]) =>
  ask<boolean>(sql`auth_use_next_totp(${bytes(token)}, ${step}::bigint, ${manyBytes(codes)})`);
export const spendTotp = (token: Buffer, step: number) =>
  ask<boolean>(sql`auth_use_totp(${bytes(token)}, ${step}::bigint, null)`);
export const confirmTotp = (token: Buffer, step: number, codes: Buffer[]) =>
  ask<boolean>(sql`auth_use_totp(${bytes(token)}, ${step}::bigint, ${manyBytes(codes)})`);
export const spendRecoveryCode = (token: Buffer, code: Buffer) =>
  ask<boolean>(sql`auth_use_recovery_code(${bytes(token)}, ${bytes(code)})`);
export const deviceOwner = (deviceId: string) => ask<DeviceOwner | null>(sql`auth_device(${deviceId}::uuid)`);
export const deviceWithdrawn = (deviceId: string) => ask<boolean>(sql`device_withdrawn(${deviceId}::uuid)`);
export const noteWiped = (deviceId: string) => ask<null>(sql`device_wiped(${deviceId}::uuid)`);
export const tokenOwner = (token: Buffer) => ask<TokenOwner | null>(sql`auth_api_token(${bytes(token)})`);
