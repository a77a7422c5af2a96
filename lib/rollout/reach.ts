import type { ageBands, workshopModules } from "@/lib/workshops/vocabularies";
import type { DistrictReach, ReachFacts } from "./reach-facts";

export type Module = (typeof workshopModules)[number];

/** Reach of one province until a date. A village counts once it has had a workshop that was held to its end. */
export type ProvinceReach = Readonly<{
  id: string;
  code: string;
  nameLo: string;
  nameEn: string;
  districtsInAll: number;
  villages: number;
  districts: number;
  workshops: number;
  /** Villages (or, for district workshops, districts) reached, by module. */
  byModule: Readonly<Partial<Record<Module, number>>>;
  firstOn: string | null;
  lastOn: string | null;
}>;

export type ReachStep = Readonly<{ month: string; villages: number; districts: number; provinces: number }>;

export type PublishedReach = Readonly<{
  id: string;
  date: string;
  dateWording: string;
  villages: number | null;
  districts: number | null;
  provinces: number | null;
  wording: string;
  source: string;
}>;

/** Those who live in the villages reached, by their newest profiles, and those who came to workshops there. */
export type PeopleReached = Readonly<{
  /** Villages whose number of people is known, and the people. */
  villagesKnown: number;
  people: number;
  femalesKnown: number;
  females: number;
  /** Villages whose ethnic groups are known, and those where most people are not of the Lao-Tai family. */
  groupsKnown: number;
  minority: number;
  families: Readonly<Record<string, number>>;
  /** Times people came, not people: who came to two workshops is counted twice. */
  attended: number;
  attendedFemale: number;
  attendedAges: Readonly<Partial<Record<(typeof ageBands)[number], number>>>;
}>;

export type Reach = Readonly<{
  people: PeopleReached;
  provinces: readonly ProvinceReach[];
  steps: readonly ReachStep[];
  published: readonly PublishedReach[];
}>;

/** Districts summed up to provinces and to all of them together. */
export function reachFrom({ provinces, districts, published }: ReachFacts): Reach {
  const byProvince = Map.groupBy(districts, ({ provinceId }) => provinceId);
  return {
    people: peopleOf(districts.map(({ people }) => people)),
    provinces: provinces.map((province) => ({ ...province, ...sumOf(byProvince.get(province.id) ?? []) })),
    steps: stepsOf(districts),
    published,
  };
}

const total = (counts: readonly number[]) => counts.reduce((sum, n) => sum + n, 0);

function addUp<K extends string>(parts: readonly Readonly<Partial<Record<K, number>>>[]): Record<K, number> {
  const sums: Record<string, number> = {};
  for (const part of parts)
    for (const [key, n] of Object.entries<number | undefined>(part)) sums[key] = (sums[key] ?? 0) + (n ?? 0);
  return sums;
}

function sumOf(rows: readonly DistrictReach[]) {
  return {
    villages: total(rows.flatMap(({ months }) => Object.values(months))),
    districts: rows.length,
    workshops: total(rows.map(({ workshops }) => workshops)),
    byModule: addUp(rows.map(({ byModule }) => byModule)),
    firstOn: rows.map(({ firstOn }) => firstOn).sort()[0] ?? null,
    lastOn:
      rows
        .map(({ lastOn }) => lastOn)
        .sort()
        .at(-1) ?? null,
  };
}

const monthOf = (day: string) => day.slice(0, 7);

function stepsOf(districts: readonly DistrictReach[]): ReachStep[] {
  const villages = addUp(districts.map(({ months }) => months));
  const begun = Map.groupBy(districts, ({ firstOn }) => monthOf(firstOn));
  const firstOfProvince = [...Map.groupBy(districts, ({ provinceId }) => provinceId).values()].map((rows) =>
    monthOf(sumOf(rows).firstOn as string),
  );
  const step = { villages: 0, districts: 0, provinces: 0 };
  return [...new Set([...Object.keys(villages), ...begun.keys()])].sort().map((month) => {
    step.villages += villages[month] ?? 0;
    step.districts += begun.get(month)?.length ?? 0;
    step.provinces += firstOfProvince.filter((first) => first === month).length;
    return { month, ...step };
  });
}

function peopleOf(parts: readonly PeopleReached[]): PeopleReached {
  const sum = (of: (part: PeopleReached) => number) => total(parts.map(of));
  return {
    villagesKnown: sum((part) => part.villagesKnown),
    people: sum((part) => part.people),
    femalesKnown: sum((part) => part.femalesKnown),
    females: sum((part) => part.females),
    groupsKnown: sum((part) => part.groupsKnown),
    minority: sum((part) => part.minority),
    families: addUp(parts.map(({ families }) => families)),
    attended: sum((part) => part.attended),
    attendedFemale: sum((part) => part.attendedFemale),
    attendedAges: addUp(parts.map(({ attendedAges }) => attendedAges)),
  };
}
