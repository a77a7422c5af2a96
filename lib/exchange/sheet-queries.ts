import "server-only";
import { sql } from "drizzle-orm";
import { withScope } from "@/db/client";
import type { Actor } from "@/lib/access/actor";
import { requireCan } from "@/lib/access/can";
import { AppError } from "@/lib/errors";
import { placeName } from "@/lib/i18n/place-name";
import type { Locale } from "@/lib/i18n/routing";
import { listOf } from "@/lib/villages/sql";
import { importDistricts } from "./reach";
import type { SheetElement, SheetReporter } from "./sheet";

type Named = Readonly<{ nameLo: string; nameEn: string }>;
type Found = Readonly<{
  id: string;
  place: Named;
  elements: readonly (Named & Omit<SheetElement, "name">)[];
  reporters: readonly (Named & Omit<SheetReporter, "name">)[];
}>;
export type MonthSheet = Readonly<{
  placeName: string;
  elements: readonly SheetElement[];
  reporters: readonly SheetReporter[];
}>;

/** Who reports in a district and what is known of the month: health facilities first, then villages. */
export async function monthSheet(
  actor: Actor,
  { district, period, locale }: { district: string | null; period: number; locale: Locale },
): Promise<MonthSheet> {
  requireCan(actor, "values.import");
  const own = importDistricts(actor);
  const asked = district ? sql`p.code = ${district}` : sql`p.id = ${own?.[0] ?? null}::uuid`;
  const values = sql`(select coalesce(jsonb_object_agg(e.code, d.value), '{}') from data_values d
    join data_elements e on e.number = d.element_number where d.district_id = o.district_id and d.reporter_kind = o.kind_number
      and d.reporter_id = o.id and d.period = ${period} and d.source = o.kind_number)`;
  const [found] = await withScope(actor.scope, (tx) =>
    tx.execute<Found>(sql`
      select p.id, jsonb_build_object('nameLo', p.name_lo, 'nameEn', p.name_en) as place,
        ${listOf(sql`select code, name_lo as "nameLo", name_en as "nameEn", reporters from data_elements
          where active and deleted_at is null order by position, code`)} as elements,
        ${listOf(sql`
          select o.kind, coalesce(o.code, o.id::text) as code, o.name_lo as "nameLo", o.name_en as "nameEn", ${values} as values
          from (
            select 'facility' as kind, 2 as kind_number, id, code, name_lo, name_en, district_id from facilities
            where district_id = p.id and valid_to is null
            union all select 'village', 1, id, code, name_lo, name_en, district_id from places
            where district_id = p.id and level = 'village' and valid_to is null) o
          order by o.kind, o.name_lo, o.id`)} as reporters
      from places p where p.level = 'district' and ${asked}`),
  );
  if (!found || (own && !own.includes(found.id))) throw new AppError("forbidden", { verb: "values.import" });
  const named = <T extends Named>(one: T) => ({ ...one, name: placeName(one, locale) });
  return {
    placeName: placeName(found.place, locale),
    elements: found.elements.map(named),
    reporters: found.reporters.map(named),
  };
}
