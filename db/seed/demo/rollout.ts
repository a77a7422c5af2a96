import type { Sql } from "postgres";
import { newChange } from "@/lib/changes/new-change";
import type { FieldsOf, RecordType } from "@/lib/changes/registry";
import type { Change } from "@/lib/changes/schema";
import { today } from "@/lib/clock";
import type { SeededNumbers } from "@/lib/seeded-numbers";
import { applyAll } from "./apply-all";
import { addDays } from "./days";
import { demoDistricts } from "./districts";
import { nationActor, officeActor } from "./people";
import { seedSecondCentre } from "./second-centre";
import { facilitatorNames, facilitatorOffice, madeUp, trainingTopics } from "./texts";

type District = Readonly<{ id: string; code: string; name_lo: string; province: string }>;
type Village = Readonly<{ id: string; first: string | null; last: string | null }>;

/** The year's plan of the demonstration's districts, their facilitators, and the workshops above the villages. */
export async function seedRollout(sql: Sql, dice: SeededNumbers): Promise<void> {
  const ministry = await nationActor(sql, "ministry");
  const funders = await sql<
    { id: string }[]
  >`select id from institutions where kind = 'funder' order by name_en`;
  const codes = demoDistricts.map(({ code }) => code);
  const districts = await sql<District[]>`
    select d.id, d.code, d.name_lo, p.code as province from places d join places p on p.id = d.province_id
    where d.code = any(${codes}) order by d.code`;
  const oriented = new Set<string>();
  for (const district of districts) {
    const office = { role: "facilitator", districtId: district.id, code: district.code, name: "" } as const;
    const team = await officeActor(sql, office, dice);
    const villages = await sql<Village[]>`
      select v.village_id as id, min(w.start_date)::text as first, max(w.start_date)::text as last
      from village_profiles v left join workshops w on w.village_id = v.village_id and w.status = 'done'
      where v.district_id = ${district.id} group by v.village_id order by v.village_id`;
    const funder = funders[districts.indexOf(district) % Math.max(1, funders.length)]?.id ?? null;
    const story = { district, villages, funder, dice, first: !oriented.has(district.province) };
    oriented.add(district.province);
    await applyAll(team, workshopsAbove(story));
    if (district.code === WITHOUT_CENTRES) await seedSecondCentre(sql, { district, team });
    await applyAll(ministry, [...register(story), ...planOf(story)]);
  }
}

type Story = Readonly<{
  district: District;
  villages: readonly Village[];
  funder: string | null;
  dice: SeededNumbers;
  /** The first district of its province, where the province's people met. */
  first: boolean;
}>;

function change<T extends RecordType>(
  dice: SeededNumbers,
  { type, place, fields, on }: { type: T; place: string; fields: Partial<FieldsOf<T>>; on: string },
): Change {
  const madeAt = new Date(`${on > today() ? today() : on}T02:00:00Z`);
  return { ...newChange({ type, subject: dice.uuid(), place, fields, madeAt }), id: dice.uuid() };
}

const thisYear = () => Number(today().slice(0, 4));
const earliest = ({ villages }: Story) =>
  villages.flatMap(({ first }) => first ?? []).sort()[0] ?? `${thisYear()}-02-01`;

/** Whose health centres had no workshop of the whole district. */
const WITHOUT_CENTRES = "LA1206";

/** Before the villages came the province and the districts; the last district has not had its health centres' workshop. */
function workshopsAbove(story: Story): Change[] {
  const { district, dice, first } = story;
  const start = earliest(story);
  const held = (level: "province" | "district" | "hc", module: "1" | "2", days: number) => {
    const on = addDays(start, -days);
    const fields = {
      module,
      level,
      status: "done",
      startDate: on,
      endDate: on,
      costKip: dice.whole(8, 20) * 1e6,
    } as const;
    return change(dice, {
      type: "workshop",
      place: district.id,
      on,
      fields: { ...fields, fundSource: "province", source: madeUp },
    });
  };
  return [
    ...(first ? [held("province", "1", 60)] : []),
    held("district", "1", 30),
    ...(district.code === WITHOUT_CENTRES ? [] : [held("hc", "2", 14)]),
  ];
}

/** Three to a district; the third of some was never trained. */
function register(story: Story): Change[] {
  const { district, dice } = story;
  const start = addDays(earliest(story), -45);
  return facilitatorNames(district.name_lo).flatMap((name, index) => {
    const fields = { name, office: facilitatorOffice, from: start, note: madeUp };
    const person = change(dice, { type: "facilitator", place: district.id, on: start, fields });
    const trained = (topic: string, on: string) =>
      change(dice, {
        type: "facilitatorTraining",
        place: district.id,
        on,
        fields: { facilitatorId: person.subject, date: on, topic, days: 3 },
      });
    if (index === 2 && dice.chance(0.5)) return [person];
    const again = addDays(start, 200);
    return [
      person,
      trained(trainingTopics[0], start),
      ...(index === 0 && again < today() ? [trained(trainingTopics[1], again)] : []),
    ];
  });
}

/** Nearly what happened: mostly kept, some late, the villages without a workshop still owed one, the end of the year to come. */
function planOf(story: Story): Change[] {
  const { district, villages, funder, dice } = story;
  const year = thisYear();
  const inYear = (on: string) =>
    on < `${year}-01-05` ? `${year}-01-05` : on > `${year}-12-20` ? `${year}-12-20` : on;
  const names = facilitatorNames(district.name_lo);
  const line = (place: string, plannedDate: string, rest: Partial<FieldsOf<"rolloutItem">>) => {
    const money = dice.chance(0.45)
      ? { funding: "own" as const }
      : { funding: "partner" as const, funderId: funder };
    const fields = {
      year,
      plannedDate,
      ...money,
      facilitators: [...names.slice(0, 2)],
      note: madeUp,
      ...rest,
    };
    return change(dice, { type: "rolloutItem", place, on: `${year}-01-03`, fields });
  };
  return villages.flatMap(({ id, first, last }, index) => {
    const rest = { module: "3", level: "village", costKip: dice.whole(70, 110) * 100_000 } as const;
    const round = [last, first].find((on) => on?.startsWith(`${year}-`));
    if (round) return [line(id, inYear(addDays(round, -dice.whole(0, 40))), rest)];
    if (!first) return [line(id, inYear(addDays(today(), index % 2 ? -75 : 20)), rest)];
    return index % 3 === 0 ? [line(id, inYear(addDays(today(), -dice.whole(-30, 60))), rest)] : [];
  });
}
