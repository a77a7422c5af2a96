import "server-only";
import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { withScope } from "@/db/client";
import { valuePulls } from "@/db/schema/value-pulls";
import type { Actor } from "@/lib/access/actor";
import { requireCan } from "@/lib/access/can";
import { auditWithin } from "@/lib/changes/audit";
import { now } from "@/lib/clock";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { dhis2Address } from "./address";
import type { PullForm } from "./schema";
import { type Dhis2Secret, sealSecret } from "./secret";

const nowhere = { districtId: null, villageId: null } as const;
/** There is one setting for the country, and this is its name in the audit. */
const settingId = "0199c0de-0045-7000-8000-000000000045";

/** All of the setting but its secret, which the application may not read. */
export const settingColumns = {
  address: valuePulls.address,
  dataSets: valuePulls.dataSets,
  orgUnits: valuePulls.orgUnits,
  children: valuePulls.children,
  unitScheme: valuePulls.unitScheme,
  elementScheme: valuePulls.elementScheme,
  strategy: valuePulls.strategy,
  months: valuePulls.months,
  rhythm: valuePulls.rhythm,
  day: valuePulls.day,
  hour: valuePulls.hour,
  activeSince: valuePulls.activeSince,
  secretKind: valuePulls.secretKind,
  secretFor: valuePulls.secretFor,
};

const wrong = (fields: Readonly<Record<string, string>>) => new AppError("invalid", { fields });

function secretOf({ token, user, password }: PullForm): Dhis2Secret | null {
  if (token) return { kind: "token", token };
  if (user && password) return { kind: "password", user, password };
  if (user) throw wrong({ password: "needed" });
  if (password) throw wrong({ user: "needed" });
  return null;
}

/** Says what is fetched and when. A secret that is not entered anew stays, as long as the server is the same. */
export async function setPull(actor: Actor, form: PullForm): Promise<void> {
  requireCan(actor, "values.pull", nowhere);
  const given = dhis2Address(form.address, env().DHIS2_ON_THIS_MACHINE);
  if ("problem" in given) throw wrong({ address: given.problem });
  const secret = secretOf(form);
  const origin = new URL(given.address).origin;
  const { changeId, address: _a, token: _t, user: _u, password: _p, active, ...rest } = form;
  await withScope(actor.scope, async (tx) => {
    if (await repeated(tx, changeId)) return;
    const [before] = await tx.select(settingColumns).from(valuePulls);
    const kept = before?.secretFor === origin;
    if (!secret && !kept) throw wrong({ token: "needed" });
    const fields = {
      ...rest,
      address: given.address,
      // Hours that lay before are not made up for.
      activeSince: active ? now() : null,
      secretKind: secret?.kind ?? before?.secretKind ?? null,
      secretFor: origin,
    };
    const row = { ...fields, ...(secret ? { sealed: sealSecret(secret, origin) } : {}) };
    const set = { ...row, setBy: actor.userId, setAt: now() };
    if (before) await tx.update(valuePulls).set(set);
    else await tx.insert(valuePulls).values({ id: settingId, ...set });
    await auditWithin(tx, actor, {
      id: changeId,
      kind: "valuePull.record",
      subject: settingId,
      place: nowhere,
      fields: { ...plain(fields), newSecret: secret !== null },
      before: before ? plain(before) : {},
    });
  });
}

const plain = <T extends { activeSince: Date | null }>(fields: T) => ({
  ...fields,
  activeSince: fields.activeSince?.toISOString() ?? null,
});

async function repeated(tx: Transaction, changeId: string): Promise<boolean> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('value pull', 45))`);
  const [known] = await tx.execute<{ digest: string | null }>(
    sql`select change_digest(${changeId}) as digest`,
  );
  return Boolean(known?.digest);
}
