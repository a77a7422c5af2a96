import type { Sql } from "postgres";
import type { Actor } from "@/lib/access/actor";
import { newChange } from "@/lib/changes/new-change";
import { today } from "@/lib/clock";
import { SeededNumbers } from "@/lib/seeded-numbers";
import { applyAll } from "./apply-all";
import { addDays } from "./days";
import { madeUp } from "./texts";

type Given = Readonly<{ district: Readonly<{ id: string; code: string }>; team: Actor }>;

/**
 * Half a year ago some villages came to a new health centre, which has held its module since; that of the others has not. With
 * dice of its own, so that nothing else of the demonstration changes.
 */
export async function seedSecondCentre(sql: Sql, { district, team }: Given): Promise<void> {
  const dice = new SeededNumbers(20_261_300);
  const from = addDays(today(), -180);
  const served = await sql<{ id: string; name_lo: string }[]>`
    select p.id, p.name_lo from catchments c join places p on p.id = c.village_id
    where c.district_id = ${district.id} and c.valid_to is null order by p.code desc limit 3`;
  const [home] = served;
  if (!home) return;
  const facility = dice.uuid();
  await sql`
    insert into facilities (id, type, name_lo, name_en, district_id, village_id, code, valid_from, source)
    values (${facility}, 'health_centre_b', ${`ສຸກສາລາ ${home.name_lo}`}, ${`Health centre ${district.code}-2`}, ${district.id},
      ${home.id}, ${`DEMO-${district.code}-2`}, ${from}, ${madeUp})`;
  for (const { id } of served) {
    const [before] = await sql<{ dry: number; wet: number }[]>`
      update catchments set valid_to = ${from} where village_id = ${id} and valid_to is null
      returning travel_min_dry as dry, travel_min_wet as wet`;
    await sql`
      insert into catchments (facility_id, district_id, village_id, valid_from, travel_min_dry, travel_min_wet)
      values (${facility}, ${district.id}, ${id}, ${from}, ${before?.dry ?? null}, ${before?.wet ?? null})`;
  }
  const on = addDays(today(), -150);
  const fields = {
    module: "2",
    level: "hc",
    status: "done",
    startDate: on,
    endDate: on,
    fundSource: "province",
    source: madeUp,
  } as const;
  const madeAt = new Date(`${on}T02:00:00Z`);
  const held = newChange({ type: "workshop", subject: dice.uuid(), place: home.id, fields, madeAt });
  await applyAll(team, [{ ...held, id: dice.uuid() }]);
}
