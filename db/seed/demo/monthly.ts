import type { Sql } from "postgres";
import type { Actor } from "@/lib/access/actor";
import { newChange } from "@/lib/changes/new-change";
import type { Change } from "@/lib/changes/schema";
import { today } from "@/lib/clock";
import { addMonths, firstDay, lastFullMonth } from "@/lib/indicators/months";
import { reportId } from "@/lib/indicators/record-id";
import type { SeededNumbers } from "@/lib/seeded-numbers";
import { addDays } from "./days";
import { monthValues } from "./month-values";
import { madeUp } from "./texts";

type Reporter = Readonly<{ kind: "village" | "facility"; id: string; place: string; births: number }>;
type District = Readonly<{ id: string; code: string; facility: string; villages: readonly Village[] }>;
type Village = Readonly<{ id: string; population: number }>;
type Made = Readonly<{ reporter: Reporter; period: number; values: Record<string, number> }>;

const OLDER = 24;
/** The newest months come as reports, from somebody, and are verified or not; the older ones only as values. */
const REPORTED = 2;

/** Two years of made-up monthly counts of a district: with gaps, one late, one typed wrongly, some not in yet. */
export async function seedMonths(
  sql: Sql,
  district: District,
  { reporter, office, dice, apply }: Writers,
): Promise<void> {
  const reporters = reportersOf(district);
  await populationFigures(sql, { district, office, dice });
  const newest = lastFullMonth(today());
  const made = reporters
    .flatMap((one, at) => monthsOf(one, { at, newest, dice }))
    .map((month) => (district.code === FALLING ? fallen(month, newest) : month));
  await insertValues(
    sql,
    district.id,
    made.filter(({ period }) => period <= addMonths(newest, -REPORTED)),
  );
  const recent = made.filter(
    (month) => month.period > addMonths(newest, -REPORTED) && !missing(month, district, newest),
  );
  await apply(reporter, await Promise.all(recent.map((month) => reportOf(month, dice))));
  await received(sql, district.id, newest);
  await apply(office, await verificationsOf(sql, { district: district.id, before: newest, dice }));
}

type Writers = Readonly<{
  reporter: Actor;
  office: Actor;
  dice: SeededNumbers;
  apply: (actor: Actor, changes: readonly Change[]) => Promise<void>;
}>;

function reportersOf({ facility, villages }: District): Reporter[] {
  const birthsOf = (population: number) => (population * 0.024) / 12;
  const all = villages.reduce((sum, { population }) => sum + population, 0);
  const [first] = villages;
  const centre = { kind: "facility", id: facility, place: first?.id ?? "", births: birthsOf(all) } as const;
  return [
    centre,
    ...villages.map(
      ({ id, population }) => ({ kind: "village", id, place: id, births: birthsOf(population) }) as const,
    ),
  ];
}

type Telling = { at: number; newest: number; dice: SeededNumbers };

/** Services reach more people after the workshop, about ten months ago; one month in fourteen is missing. */
function monthsOf(reporter: Reporter, { at, newest, dice }: Telling): Made[] {
  const begins = at % 6 === 5 ? 14 : OLDER;
  return Array.from({ length: OLDER }, (_, n) => OLDER - 1 - n).flatMap((back) => {
    const reach = 0.5 + (back < 10 ? 0.22 : 0) + (at % 3) * 0.04;
    const facility = reporter.kind === "facility";
    const values = monthValues(dice, { births: reporter.births, reach, facility });
    if (at === 2 && back === 1) values.ANC4 = 41;
    const gap = dice.chance(1 / 14) && back >= REPORTED;
    return gap || back >= begins ? [] : [{ reporter, period: addMonths(newest, -back), values }];
  });
}

/** The district whose health centre reaches fewer and fewer, and where a village has stopped reporting. */
export const FALLING = "LA0504";

/** Since ten months ago hardly any woman comes a fourth time, and few give birth at the health centre. */
function fallen(month: Made, newest: number): Made {
  const { reporter, period, values } = month;
  if (reporter.kind !== "facility" || period <= addMonths(newest, -10)) return month;
  const { ANC1 = 0, LIVE_BIRTHS = 0 } = values;
  const born = Math.floor(LIVE_BIRTHS * 0.15);
  const fewer = { ANC4: Math.floor(ANC1 * 0.2), FAC_DELIV: born, HOME_BIRTHS: LIVE_BIRTHS - born };
  return { reporter, period, values: { ...values, ...fewer } };
}

/** The first village and the health centre of Pakxane have the newest month still to write; every fifth village too. */
const missing = (
  { reporter, period }: Made,
  { code, facility, villages }: District,
  newest: number,
): boolean => {
  const at = villages.findIndex(({ id }) => id === reporter.id);
  const own = code === "LA1101" && (at === 0 || reporter.id === facility);
  if (code === FALLING && at === 4) return true;
  return period === newest && (own || at % 5 === 4);
};

type FurtherFacilities = Readonly<{ district: string; facilities: readonly string[]; dice: SeededNumbers }>;

/** Two years of values of health facilities that serve no village of the demonstration; none is missing. */
export async function seedFacilityMonths(
  sql: Sql,
  { district, facilities, dice }: FurtherFacilities,
): Promise<void> {
  const newest = lastFullMonth(today());
  const made = facilities.flatMap((id, at) => {
    const reporter = { kind: "facility", id, place: "", births: at === 0 ? 9 : 3.5 } as const;
    return Array.from({ length: OLDER }, (_, back) => {
      const reach = 0.62 + (back < 6 && at % 2 === 0 ? 0.08 : 0);
      const values = monthValues(dice, { births: reporter.births, reach, facility: true });
      return { reporter, period: addMonths(newest, -back), values };
    });
  });
  await insertValues(sql, district, made);
}

async function insertValues(sql: Sql, district: string, made: readonly Made[]): Promise<void> {
  const rows = made.map(({ reporter, period, values }) => ({
    kind: reporter.kind,
    id: reporter.id,
    period,
    values,
  }));
  await sql`
    insert into data_values (district_id, reporter_kind, reporter_id, element_number, period, source, value, status)
    select ${district}, reporter_code(r.kind), r.id, e.number, r.period, source_code(r.kind), v.value::int, 2
    from jsonb_to_recordset(${sql.json(rows)}) as r(kind text, id uuid, period int, values jsonb)
    cross join jsonb_each_text(r.values) v join data_elements e on e.code = v.key
    on conflict do nothing`;
}

async function reportOf({ reporter, period, values }: Made, dice: SeededNumbers): Promise<Change> {
  const { kind, id, place } = reporter;
  const key = { reporterKind: kind, reporterId: id, period, source: kind } as const;
  const entries = Object.fromEntries(Object.entries(values).map(([code, value]) => [`value.${code}`, value]));
  const madeAt = new Date(`${addDays(firstDay(addMonths(period, 1)), 4)}T04:00:00Z`);
  const fields = { ...key, submitted: true, ...entries };
  const change = newChange({ type: "report", subject: await reportId(key), place, fields, madeAt });
  return { ...change, id: dice.uuid() };
}

/** As if each had come in the days after its month; one of each district late. */
const received = (sql: Sql, district: string, newest: number) => sql`
  update reports set submitted_at = (to_date(period::text || '01', 'YYYYMMDD') + interval '1 month 4 hours')
    + case when period < ${newest} and reporter_id = (select min(reporter_id::text)::uuid from reports
        where district_id = ${district} and period < ${newest}) then interval '18 days' else interval '5 days' end
  where district_id = ${district}`;

type Verifying = { district: string; before: number; dice: SeededNumbers };

async function verificationsOf(sql: Sql, { district, before, dice }: Verifying): Promise<Change[]> {
  const rows = await sql<{ id: string; village_id: string; digest: string; wrong: boolean }[]>`
    select id, village_id, digest, (values->>'ANC4')::int > (values->>'ANC1')::int + 9 as wrong from reports
    where district_id = ${district} and period < ${before} order by id`;
  return rows
    .filter(({ wrong }) => !wrong && dice.chance(0.8))
    .map(({ id, village_id: place, digest: seen }) => {
      const fields = { reportId: id, verified: true, seen, date: today() };
      const madeAt = new Date(`${today()}T02:00:00Z`);
      const change = newChange({ type: "verification", subject: dice.uuid(), place, fields, madeAt });
      return { ...change, id: dice.uuid() };
    });
}

type Figures = { district: District; office: Actor; dice: SeededNumbers };

/** Volunteers have listed the pregnant women and infants of most villages; the district has a projection. */
async function populationFigures(sql: Sql, { district, office, dice }: Figures): Promise<void> {
  const year = Number(today().slice(0, 4));
  const kinds = { expected_pregnancies: 1.04, live_births: 1, surviving_infants: 0.975 } as const;
  const rowsOf = (births: number, where: object) =>
    [year - 1, year].flatMap((of) =>
      Object.entries(kinds).map(([kind, share]) => ({
        id: dice.uuid(),
        kind,
        year: of,
        value: Math.max(1, Math.round(births * share)),
        as_of: `${of}-01-15`,
        ...where,
      })),
    );
  const births = (population: number) => population * 0.024;
  const all = births(district.villages.reduce((sum, { population }) => sum + population, 0));
  const rows = [
    ...district.villages.flatMap(({ id, population }, at) =>
      at % 7 === 6 ? [] : rowsOf(births(population), { village_id: id, method: "enumerated" }),
    ),
    ...rowsOf(all, {
      village_id: district.villages[0]?.id,
      facility_id: district.facility,
      method: "projection",
    }),
    ...rowsOf(all, { village_id: null, method: "projection" }),
  ];
  await sql.begin(async (tx) => {
    await tx`
      insert into subjects (id, type, district_id, village_id)
      select r.id, 'populationFigure', ${district.id}, r.village_id
      from jsonb_to_recordset(${tx.json(rows)}) as r(id uuid, village_id uuid)`;
    await tx`
      insert into population_figures (id, district_id, village_id, facility_id, kind, year, value, method, as_of, source,
        created_by, updated_by)
      select r.id, ${district.id}, r.village_id, r.facility_id, r.kind, r.year, r.value, r.method, r.as_of, ${madeUp},
        ${office.userId}, ${office.userId}
      from jsonb_to_recordset(${tx.json(rows)}) as r(id uuid, village_id uuid, facility_id uuid, kind text, year int, value int,
        method text, as_of date)`;
  });
}
