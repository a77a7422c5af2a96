import type { Sql } from "postgres";
import type { Actor } from "@/lib/access/actor";
import type { Change } from "@/lib/changes/schema";
import { today } from "@/lib/clock";
import { SeededNumbers } from "@/lib/seeded-numbers";
import { applyAll } from "./demo/apply-all";
import { addDays } from "./demo/days";
import { type DemoDistrict, demoDistricts } from "./demo/districts";
import { seedMeetings } from "./demo/meetings";
import { seedMentorship } from "./demo/mentorship";
import { seedMoney } from "./demo/money";
import { FALLING, seedMonths } from "./demo/monthly";
import { nationalChanges } from "./demo/national";
import { seedPeers } from "./demo/peers";
import { nationActor, officeActor } from "./demo/people";
import { banBorChanges, publishedChanges, publishTables } from "./demo/published";
import { seedRollout } from "./demo/rollout";
import { seedResponse, seedSteering } from "./demo/steering";
import { facilitatorNames, madeUp } from "./demo/texts";
import { seedTrust } from "./demo/trust";
import { VillageStory } from "./demo/village-story";

type Place = Readonly<{ id: string; name_lo: string; code: string | null }>;

/**
 * Loads the demonstration through the ordinary write path: about 60 villages in 6 districts of 4 provinces over two years,
 * made up and marked so, and beside it what the source documents report. Needs reference data and accounts; runs once.
 */
export async function seedDemo(
  sql: Sql,
  progress: (done: number, of: number) => void = () => {},
): Promise<void> {
  const [already] = await sql`select 1 from workshops limit 1`;
  if (already) return;
  let done = 0;
  // Side by side, each with dice of its own, so that the order they end in changes nothing.
  await Promise.all(
    demoDistricts.map(async (district, index) => {
      await seedDistrict(sql, district, new SeededNumbers(20_261_121 + index));
      progress(++done, demoDistricts.length);
    }),
  );
  await seedPublished(sql, new SeededNumbers(20_261_100));
  await seedRollout(sql, new SeededNumbers(20_261_300));
  await seedMoney(sql, new SeededNumbers(20_261_200));
  await sql`select rebuild_district_months()`;
  await publishTables(sql, new SeededNumbers(20_261_046));
}

async function seedDistrict(sql: Sql, district: DemoDistrict, dice: SeededNumbers): Promise<void> {
  const [place] = await sql<Place[]>`select id, name_lo, code from places where code = ${district.code}`;
  if (!place) throw new Error(`The reference data has no district ${district.code}`);
  const villages = await sql<Place[]>`
    select id, name_lo, code from places where district_id = ${place.id} and level = 'village' and not needs_review
    order by code limit ${district.villages}`;
  const office = { districtId: place.id, code: district.code };
  const team = await officeActor(
    sql,
    { ...office, role: "facilitator", name: `ທີມອຳນວຍຄວາມສະດວກ ເມືອງ${place.name_lo}` },
    dice,
  );
  const governor = await officeActor(
    sql,
    { ...office, role: "governor_office", name: `ຫ້ອງວ່າການເມືອງ${place.name_lo}` },
    dice,
  );
  const facility = await healthCentre(sql, { district, place, village: villages[0] as Place, dice });
  for (const [index, village] of villages.entries()) {
    const facilitators = facilitatorNames(place.name_lo).slice(index % 2, 2);
    await seedVillage(sql, { district, place, village, facility, facilitators, index, team, governor, dice });
  }
  await seedSteering(sql, { place, governor, team, dice });
  await seedMonthly(sql, { place, facility, office, dice: dice.branch() });
  if (district.code === MENTORED) {
    const mentor = await officeActor(
      sql,
      { ...office, role: "mentor", name: `ພີ່ລ້ຽງ ເມືອງ${place.name_lo}` },
      dice,
    );
    await seedMentorship(sql, { mentor, district: place, facility, villages, dice: dice.branch() });
    const health = await officeActor(
      sql,
      { ...office, role: "health_office", name: `ຫ້ອງການສາທາລະນະສຸກເມືອງ${place.name_lo}` },
      dice,
    );
    const village = villages[0]?.id ?? "";
    await seedMeetings({
      governor,
      office: health,
      district: place.id,
      village,
      facility,
      dice: dice.branch(),
    });
  }
  await seedPeers(sql, { place, villages, team, dice: dice.branch() });
  const asked = villages.slice(0, trustVillages[district.code] ?? 0);
  const ethnicGroup = district.ethnicGroups[0] ?? "lao";
  const stories = { LA1101: { low: 2 }, [FALLING]: { falls: 1 } }[district.code];
  await seedTrust({ team, villages: asked, ethnicGroup, ...stories, dice: dice.branch() });
  if (district.code === FALLING) await seedResponse({ place, facility, governor, team, dice: dice.branch() });
}

/** The district where mentors work. */
const MENTORED = "LA1101";

/** In how many villages of a district people were asked about trust. */
const trustVillages: Readonly<Record<string, number>> = { LA1101: 6, LA0504: 3 };

type Monthly = {
  place: Place;
  facility: string;
  office: { districtId: string; code: string };
  dice: SeededNumbers;
};

async function seedMonthly(sql: Sql, { place, facility, office, dice }: Monthly): Promise<void> {
  const villages = await sql<{ id: string; population: number }[]>`
    select p.id, v.population from village_profiles v join places p on p.id = v.village_id
    where v.district_id = ${place.id} order by p.code`;
  const health = await officeActor(
    sql,
    { ...office, role: "health_office", name: `ຫ້ອງການສາທາລະນະສຸກເມືອງ${place.name_lo}` },
    dice,
  );
  const reporter = await officeActor(
    sql,
    { ...office, role: "health_centre", name: `ຜູ້ລາຍງານປະຈຳເດືອນ ເມືອງ${place.name_lo}` },
    dice,
  );
  const district = { id: place.id, code: office.code, facility, villages };
  await seedMonths(sql, district, { reporter, office: health, dice, apply: applyAll });
}

type Centre = { district: DemoDistrict; place: Place; village: Place; dice: SeededNumbers };

async function healthCentre(sql: Sql, { district, place, village, dice }: Centre): Promise<string> {
  const id = dice.uuid();
  await sql`
    insert into facilities (id, type, name_lo, name_en, district_id, village_id, lat, lng, code, source)
    values (${id}, 'health_centre_a', ${`ສຸກສາລາ ${village.name_lo}`}, ${`Health centre ${district.code}-1`}, ${place.id}, ${village.id},
      ${district.lat}, ${district.lng}, ${`DEMO-${district.code}-1`}, ${madeUp}) on conflict do nothing`;
  return id;
}

type Village = Centre & {
  facility: string;
  facilitators: readonly string[];
  index: number;
  team: Actor;
  governor: Actor;
};

async function seedVillage(
  sql: Sql,
  { district, place, village, facility, facilitators, index, team, governor, dice }: Village,
): Promise<void> {
  const point = {
    lat: district.lat + (dice.next() - 0.5) * 0.3,
    lng: district.lng + (dice.next() - 0.5) * 0.3,
  };
  const ethnicGroup = district.ethnicGroups[index % district.ethnicGroups.length] as string;
  const population = dice.whole(240, 1400);
  await sql`update places set lat = ${point.lat}, lng = ${point.lng} where id = ${village.id} and lat is null`;
  const main = Math.round(population * 0.8);
  const groups = [
    { group: ethnicGroup, people: main },
    { group: ethnicGroup === "lao" ? "khmu" : "lao", people: population - main },
  ];
  await sql`
    insert into village_profiles (id, district_id, village_id, created_by, updated_by, date, source, population, females,
      households, ethnic_groups, languages, poverty_status, dry_access, wet_access)
    values (${dice.uuid()}, ${place.id}, ${village.id}, ${team.userId}, ${team.userId}, ${addDays(today(), -400)}, ${madeUp},
      ${population}, ${Math.round(population * 0.49)}, ${Math.round(population / 5.3)}, ${sql.json(groups)},
      ${sql.json(["lao"])}, 'poor', 'road', ${dice.chance(0.4) ? "none" : "road"})`;
  const dry = dice.whole(15, 90);
  await sql`
    insert into catchments (facility_id, district_id, village_id, valid_from, travel_min_dry, travel_min_wet)
    values (${facility}, ${place.id}, ${village.id}, ${addDays(today(), -900)}, ${dry}, ${dry + dice.whole(0, 90)})
    on conflict do nothing`;
  await seedWorkshops({ village, point, ethnicGroup, facilitators, index, team, governor, dice });
}

type Workshops = Pick<Village, "village" | "facilitators" | "index" | "team" | "governor" | "dice"> & {
  point: { lat: number; lng: number };
  ethnicGroup: string;
};

/** Every fourth village has had a second round; the last two have not had a workshop yet; one is in the middle of it. */
async function seedWorkshops(given: Workshops): Promise<void> {
  const { village, point, ethnicGroup, facilitators, index, team, governor, dice } = given;
  if (index % 7 === 6) return;
  const underWay = index === 3;
  const firstOn = underWay ? today() : addDays(today(), -dice.whole(60, 700));
  const story = new VillageStory(
    { id: village.id, ...point, ethnicGroup, facilitators, workshopOn: firstOn, today: today() },
    dice,
  );
  story.workshop();
  const secondOn = addDays(firstOn, 365);
  if (index % 4 === 0 && secondOn < addDays(today(), -30)) story.workshop(story.lastPlanId, secondOn);
  // Nobody confirms the own report: what the team reported, the district's office confirms.
  const isConfirmation = ({ kind }: Change) => kind === "confirmation.record";
  await applyAll(
    team,
    story.changes.filter((change) => !isConfirmation(change)),
  );
  await applyAll(governor, story.changes.filter(isConfirmation));
}

async function seedPublished(sql: Sql, dice: SeededNumbers): Promise<void> {
  const ministry = await nationActor(sql, "ministry");
  await applyAll(ministry, publishedChanges(dice));
  await applyAll(ministry, await nationalChanges(sql, dice.branch()));
  const [banBor] = await sql<(Place & { district_id: string })[]>`
    select v.id, v.name_lo, v.code, v.district_id from places v join places p on p.id = v.province_id
    where p.code = 'LA11' and v.level = 'village' and v.name_lo in ('ບໍ່', 'ບ້ານບໍ່')`;
  if (!banBor) return;
  const office = { role: "facilitator", districtId: banBor.district_id, code: "LA1104", name: "" } as const;
  await applyAll(await officeActor(sql, office, dice), banBorChanges(banBor.id, dice));
}
