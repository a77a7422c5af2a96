import "server-only";
import { sql } from "drizzle-orm";
import { withScope } from "@/db/client";
import type { Actor } from "@/lib/access/actor";
import { requireCan } from "@/lib/access/can";
import type { FieldsOf } from "@/lib/changes/registry";
import { listOf } from "@/lib/villages/sql";

type Whole<T> = {
  readonly [Name in keyof T]-?: undefined extends T[Name] ? Exclude<T[Name], undefined> | null : T[Name];
};
type Versions = Readonly<{ versions: Readonly<Record<string, string>> }>;
export type Institution = Whole<FieldsOf<"institution">> & Versions & Readonly<{ id: string }>;
export type Agreement = Whole<FieldsOf<"agreement">> & Versions & Readonly<{ id: string }>;
export type Register = Readonly<{ institutions: readonly Institution[]; agreements: readonly Agreement[] }>;

export const institutionRows = sql`
  select i.id, i.name_lo as "nameLo", i.name_en as "nameEn", i.kind, i."from", i."to", i.successor_id as "successorId",
    i.source, i.note, coalesce(s.versions, '{}') as versions
  from institutions i left join subjects s on s.id = i.id where i.deleted_at is null
  order by i."to" is not null, i.kind, i.name_en`;

/** Institutions, those that ended last, and what they agreed; `versions` only for who may write them. */
export function institutionRegister(actor: Actor): Promise<Register> {
  requireCan(actor, "rollout.read");
  return withScope(actor.scope, async (tx) => {
    const [row] = await tx.execute<Register>(sql`
      select ${listOf(institutionRows)} as institutions,
        ${listOf(sql`
          select a.id, a.kind, a.title, a.parties, a.signed, a."from", a."to", a.amount_kip as "amountKip",
            a.amount_usd as "amountUsd", a.scope, a.source, coalesce(s.versions, '{}') as versions
          from agreements a left join subjects s on s.id = a.id where a.deleted_at is null
          order by a.signed desc nulls last, a.title`)} as agreements`);
    return row as Register;
  });
}
