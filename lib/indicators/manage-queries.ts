import "server-only";
import { sql } from "drizzle-orm";
import { withScope } from "@/db/client";
import type { Actor } from "@/lib/access/actor";
import { requireCan } from "@/lib/access/can";
import type { DataElement, Indicator } from "./schema";

/** A record as its keeper sees it: its fields, and the version of each that they have seen. */
export type Kept<T> = T & Readonly<{ versions: Readonly<Record<string, string>> }>;
export type Managed = Readonly<{
  elements: readonly Kept<DataElement>[];
  indicators: readonly Kept<Indicator>[];
}>;

/** Everything that is counted and made of it, also what is out of use. */
export function managedIndicators(actor: Actor): Promise<Managed> {
  requireCan(actor, "indicator.manage");
  return withScope(actor.scope, async (tx) => {
    const [row] = await tx.execute<Managed>(sql`
      select (select coalesce(jsonb_agg(jsonb_build_object('code', e.code, 'nameLo', e.name_lo, 'nameEn', e.name_en,
          'group', e."group", 'reporters', e.reporters, 'maximum', e.maximum, 'atMost', e.at_most, 'adviceLo', e.advice_lo,
          'adviceEn', e.advice_en, 'teamOnly', e.team_only, 'position', e.position, 'active', e.active, 'source', e.source,
          'versions', s.versions) order by e.position, e.code), '[]')
        from data_elements e join subjects s on s.id = e.id where e.deleted_at is null) as elements,
      (select coalesce(jsonb_agg(jsonb_build_object('code', i.code, 'nameLo', i.name_lo, 'nameEn', i.name_en,
          'group', i."group", 'numerator', i.numerator, 'denominator', i.denominator, 'populationKind', i.population_kind,
          'factor', i.factor, 'direction', i.direction, 'teamOnly', i.team_only, 'position', i.position, 'active', i.active,
          'source', i.source, 'versions', s.versions) order by i.position, i.code), '[]')
        from indicators i join subjects s on s.id = i.id where i.deleted_at is null) as indicators`);
    return row ?? { elements: [], indicators: [] };
  });
}
