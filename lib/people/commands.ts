import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import { type Transaction, withScope } from "@/db/client";
import { users } from "@/db/schema/people";
import { invitations, sessions } from "@/db/schema/sign-in";
import type { Actor } from "@/lib/access/actor";
import { can, requireCan } from "@/lib/access/can";
import type { Role } from "@/lib/access/roles";
import { hashOfCode, newCode } from "@/lib/access/tokens";
import { applyWithin } from "@/lib/changes/apply";
import { newChange } from "@/lib/changes/new-change";
import { uuidv7 } from "@/lib/changes/uuid";
import { now, today } from "@/lib/clock";
import { AppError, fromPostgres } from "@/lib/errors";
import { codeDays, fits, type Level } from "./rules";
import type { AccountDetails, NewAccount, NewRole } from "./schema";

export type PrintedCode = Readonly<{ code: string; purpose: "invite" | "reset"; expiresAt: string }>;

const takenFields: Readonly<Record<string, string>> = {
  users_login_key: "login",
  users_phone_key: "phone",
  users_email_key: "email",
};

/** A broken uniqueness names its field, so that the form can say which. */
async function naming<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const known = error instanceof AppError ? error : fromPostgres(error);
    const field = takenFields[String(known?.details.constraint)];
    if (known?.code === "conflict" && field) throw new AppError("conflict", { fields: { [field]: "taken" } });
    throw known ?? error;
  }
}

const wrongField = (field: string, why: string) => new AppError("invalid", { fields: { [field]: why } });

type Work = { role: Role; placeCode: string; facilityCode?: string; from: string; to?: string };

async function placement(tx: Transaction, { role, placeCode, facilityCode, from, to }: Work) {
  const [place] = await tx.execute<{ id: string; level: Level }>(
    sql`select id, level from places where code = ${placeCode} and valid_to is null`,
  );
  if (!place) throw wrongField("placeCode", "unknown");
  const [facility] = facilityCode
    ? await tx.execute<{ id: string }>(
        sql`select id from facilities where code = ${facilityCode} and district_id = ${place.id} and valid_to is null`,
      )
    : [];
  if (facilityCode && !facility) throw wrongField("facilityCode", "unknown");
  if (!fits(role, place.level, Boolean(facility))) throw wrongField("placeCode", "level");
  if (to && to <= from) throw wrongField("to", "dates");
  return { role, placeId: place.id, facilityId: facility?.id ?? null, from, to: to ?? null };
}

function record(
  tx: Transaction,
  actor: Actor,
  change: Omit<Parameters<typeof newChange>[0], "place" | "madeAt">,
) {
  return applyWithin(tx, actor, newChange({ ...change, place: null, madeAt: now() }));
}

/** The latest change of each field, so that an office correction is never taken for a conflict with what it saw. */
async function baseOf(tx: Transaction, subject: string): Promise<Record<string, string>> {
  const [row] = await tx.execute<{ versions: Record<string, string> }>(
    sql`select versions from subjects where id = ${subject}`,
  );
  if (!row) throw new AppError("not_found");
  return row.versions;
}

async function writeCode(tx: Transaction, actor: Actor, userId: string): Promise<PrintedCode> {
  const mine = eq(invitations.userId, userId);
  const [used] = await tx.execute<{ used: boolean }>(
    sql`select exists (select from invitations where user_id = ${userId} and used_at is not null) as used`,
  );
  await tx
    .update(invitations)
    .set({ expiresAt: sql`now()` })
    .where(and(mine, isNull(invitations.usedAt)));
  const code = newCode();
  const purpose = used?.used ? "reset" : "invite";
  const expiresAt = new Date(now().getTime() + codeDays * 86_400_000);
  const row = {
    id: uuidv7(),
    codeHash: hashOfCode(code),
    purpose,
    userId,
    createdBy: actor.userId,
    expiresAt,
  };
  await tx.insert(invitations).values(row);
  return { code, purpose, expiresAt: expiresAt.toISOString() };
}

/** A new account with its first role and the code its owner chooses a password with. The code is nowhere kept. */
export async function createAccount(actor: Actor, input: NewAccount) {
  requireCan(actor, "account.manage");
  const { login, displayName, office, phone, email, locale } = input;
  const userId = uuidv7();
  return naming(
    withScope(actor.scope, async (tx) => {
      const work = await placement(tx, input);
      const fields = { login, displayName, office, phone: phone ?? null, email: email ?? null, locale };
      await record(tx, actor, { type: "account", subject: userId, fields });
      await record(tx, actor, { type: "assignment", fields: { userId, ...work } });
      return { userId, ...(await writeCode(tx, actor, userId)) };
    }),
  );
}

export async function correctAccount(actor: Actor, { userId, ...details }: AccountDetails): Promise<unknown> {
  requireCan(actor, "account.manage");
  const fields = { ...details, phone: details.phone ?? null, email: details.email ?? null };
  return naming(
    withScope(actor.scope, async (tx) =>
      record(tx, actor, { type: "account", subject: userId, fields, base: await baseOf(tx, userId) }),
    ),
  );
}

/** Ends every session at once; what the person recorded stays. */
export async function closeAccount(actor: Actor, { userId }: { userId: string }): Promise<unknown> {
  requireCan(actor, "account.manage");
  if (userId === actor.userId) throw new AppError("forbidden", { fields: { userId: "own_account" } });
  return withScope(actor.scope, async (tx) => {
    await record(tx, actor, { type: "account", operation: "delete", subject: userId });
    await tx.execute(sql`select auth_end_sessions_of(${userId}::uuid)`);
  });
}

export async function reopenAccount(actor: Actor, { userId }: { userId: string }): Promise<unknown> {
  requireCan(actor, "account.manage");
  return withScope(actor.scope, (tx) =>
    record(tx, actor, { type: "account", operation: "undelete", subject: userId }),
  );
}

export async function giveRole(actor: Actor, { userId, ...work }: NewRole): Promise<unknown> {
  requireCan(actor, "account.manage");
  return withScope(actor.scope, async (tx) =>
    record(tx, actor, { type: "assignment", fields: { userId, ...(await placement(tx, work)) } }),
  );
}

/** From today on without access; a role that has not begun never does. One's own last role as administrator is not ended by oneself. */
export async function endRole(actor: Actor, { assignmentId }: { assignmentId: string }): Promise<unknown> {
  requireCan(actor, "account.manage");
  return withScope(actor.scope, async (tx) => {
    const [known] = await tx.execute<{ user_id: string; from_date: string }>(
      sql`select user_id, from_date::text from assignments where id = ${assignmentId}`,
    );
    if (!known) throw new AppError("not_found");
    if (known.user_id === actor.userId)
      throw new AppError("forbidden", { fields: { userId: "own_account" } });
    const to = [known.from_date, today()].sort()[1];
    const base = await baseOf(tx, assignmentId);
    return record(tx, actor, { type: "assignment", subject: assignmentId, fields: { to }, base });
  });
}

/**
 * A new printed code in place of an unused one. An administrator for anybody but themselves; a health or governor's office
 * for the facilitators and health centre people of its own district (the wall refuses all others with `forbidden`).
 */
export async function issueCode(actor: Actor, { userId }: { userId: string }): Promise<PrintedCode> {
  if (!can(actor, "account.manage")) requireCan(actor, "person.reset");
  if (userId === actor.userId) throw new AppError("forbidden", { fields: { userId: "own_account" } });
  return naming(withScope(actor.scope, (tx) => writeCode(tx, actor, userId)));
}

export async function clearSecondFactor(actor: Actor, { userId }: { userId: string }): Promise<unknown> {
  requireCan(actor, "account.manage");
  return naming(withScope(actor.scope, (tx) => tx.execute(sql`select auth_clear_totp(${userId}::uuid)`)));
}

/** Telephone number and e-mail address, also from the account's history, with the reason (docs/decisions/0011). */
export async function eraseContact(
  actor: Actor,
  { userId, why }: { userId: string; why: string },
): Promise<unknown> {
  requireCan(actor, "account.manage");
  return withScope(actor.scope, async (tx) => {
    const [row] = await tx.execute<{ erased: number | null }>(
      sql`select auth_erase_contact(${userId}::uuid, ${why}) as erased`,
    );
    if (row?.erased === null) throw new AppError("not_found");
    return row?.erased;
  });
}

/** Of oneself, of a person of one's district, or, as administrator, of anybody. */
export async function endSessionsOf(actor: Actor, { userId }: { userId: string }): Promise<unknown> {
  return naming(
    withScope(actor.scope, (tx) => tx.execute(sql`select auth_end_sessions_of(${userId}::uuid)`)),
  );
}

export async function endOwnSession(actor: Actor, { sessionId }: { sessionId: string }): Promise<unknown> {
  const own = and(eq(sessions.id, sessionId), eq(sessions.userId, actor.userId));
  return withScope(actor.scope, (tx) => tx.update(sessions).set({ revokedAt: now() }).where(own));
}

/** Whether the own week comes by e-mail. */
export async function chooseDigest(actor: Actor, { wanted }: { wanted: "yes" | "no" }): Promise<unknown> {
  const set = { weeklyDigest: wanted === "yes" };
  return withScope(actor.scope, (tx) => tx.update(users).set(set).where(eq(users.id, actor.userId)));
}

export async function chooseLocale(actor: Actor, { locale }: { locale: "lo" | "en" }): Promise<unknown> {
  return withScope(actor.scope, (tx) => tx.update(users).set({ locale }).where(eq(users.id, actor.userId)));
}
