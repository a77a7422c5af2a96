import type { Step } from "./load";

const author = "'00000000-0000-4000-8000-000000000001'::uuid";
const marker = "national load (made up)";
const people = 24;

/** Two closed rounds of trust in every second village, each of as many people. */
export const trustSteps: readonly (readonly [string, Step])[] = [
  [
    "rounds of trust",
    (tx) =>
      tx.unsafe(`insert into trust_rounds (id, district_id, village_id, created_by, updated_by, instrument_id, wave, start_date,
        interviewer, exposure_groups, closed)
      select md5('t' || w.village_id || o.wave)::uuid, w.district_id, w.village_id, ${author}, ${author},
        (select id from instruments where series = 'lao-8' order by version desc limit 1), o.wave, w.start_date + o.days,
        'district_staff', '["participant","unexposed"]', true
      from workshops w cross join (values ('baseline', -10), ('months3', 90)) o(wave, days)
      where w.source = '${marker}' and abs(hashtext(w.village_id::text)) % 2 = 0`),
  ],
  [
    "answers to them",
    (tx) =>
      tx.unsafe(`insert into trust_answers (district_id, village_id, round_id, instrument_id, exposure, sex, age_band, item_values,
        score, released)
      select r.district_id, r.village_id, r.id, r.instrument_id, (array['participant','unexposed'])[1 + n % 2],
        (array['female','male'])[1 + n / 2 % 2], '25to49', a.given, a.sum, true
      from trust_rounds r cross join generate_series(1, ${people}) n cross join lateral (
        select array_agg(v::smallint) as given, sum(v) as sum from (
          select abs(hashtext(r.id::text || n || item)) % 3 - 1 as v from generate_series(1, 8) item) one) a`),
  ],
];
