import { ageBands, sexes } from "@/lib/workshops/vocabularies";

/** People counted in workshops of villages, by what they were counted as. */
export type Came = Readonly<{ sex: string; ageBand: string; group: string | null; people: number }>;
/** People living in the villages where that was, as far as their profiles say. */
export type Living = Readonly<{
  people: number;
  females: number;
  /** People of the villages whose profile counts women. */
  sexKnownOf: number;
  /** Of a band: its people, and all people of the villages whose profile counts it. */
  ages: Readonly<Record<string, readonly [k: number, n: number]>>;
  groups: Readonly<Record<string, number>>;
}>;
type Group = Readonly<{ id: string; family: string }>;

export type CameLine = Readonly<{
  by: "sex" | "age" | "group" | "family";
  part: string;
  came: number;
  of: number;
  /** Among those living there; null when no profile says. */
  living: Readonly<{ k: number; n: number }> | null;
}>;

/** Of several districts together. */
export function sumCame(came: readonly Came[]): Came[] {
  const alike = Map.groupBy(came, ({ sex, ageBand, group }) => `${sex} ${ageBand} ${group}`);
  return [...alike.values()].map((same) => ({ ...(same[0] as Came), people: sum(same) }));
}

export function sumLiving(parts: readonly Living[]): Living {
  const total = { people: 0, females: 0, sexKnownOf: 0 };
  const [ages, groups]: [Record<string, readonly [number, number]>, Record<string, number>] = [{}, {}];
  for (const living of parts) {
    total.people += living.people;
    total.females += living.females;
    total.sexKnownOf += living.sexKnownOf;
    for (const [band, [k, n]] of Object.entries(living.ages))
      ages[band] = [(ages[band]?.[0] ?? 0) + k, (ages[band]?.[1] ?? 0) + n];
    for (const [group, people] of Object.entries(living.groups))
      groups[group] = (groups[group] ?? 0) + people;
  }
  return { ...total, ages, groups };
}

/** Fewer of an ethnic group are told as their family only. */
export const GROUP_FROM = 10;

/** Who came against who lives there. Everybody counts once for each workshop they came to. */
export function cameLines(came: readonly Came[], living: Living, groups: readonly Group[]): CameLine[] {
  const all = sum(came);
  const bySex = sexes.map((sex) => {
    const k = sex === "female" ? living.females : living.sexKnownOf - living.females;
    return {
      by: "sex" as const,
      part: sex,
      came: sum(came.filter((one) => one.sex === sex)),
      of: all,
      living: part(k, living.sexKnownOf),
    };
  });
  const byAge = ageBands.map((band) => ({
    by: "age" as const,
    part: band,
    came: sum(came.filter(({ ageBand }) => ageBand === band)),
    of: all,
    living: part(...(living.ages[band] ?? [0, 0])),
  }));
  return all === 0 ? [] : [...bySex, ...byAge, ...groupLines(came, living, groups)];
}

function groupLines(came: readonly Came[], living: Living, groups: readonly Group[]): CameLine[] {
  const known = came.filter(({ group }) => group !== null);
  const of = sum(known);
  const ofLiving = Object.values(living.groups).reduce((a, b) => a + b, 0);
  const count = (ids: readonly string[]) => sum(known.filter(({ group }) => ids.includes(group ?? "")));
  const livingOf = (ids: readonly string[]) =>
    part(
      ids.reduce((total, id) => total + (living.groups[id] ?? 0), 0),
      ofLiving,
    );
  const named = groups.filter(({ id }) => count([id]) >= GROUP_FROM);
  const rest = Map.groupBy(
    groups.filter(
      ({ id }) => !named.some((one) => one.id === id) && (count([id]) > 0 || (living.groups[id] ?? 0) > 0),
    ),
    ({ family }) => family,
  );
  return [
    ...named.map(({ id }) => ({
      by: "group" as const,
      part: id,
      came: count([id]),
      of,
      living: livingOf([id]),
    })),
    ...[...rest].map(([family, members]) => {
      const ids = members.map(({ id }) => id);
      return { by: "family" as const, part: family, came: count(ids), of, living: livingOf(ids) };
    }),
  ].filter((line) => line.came > 0 || (line.living?.k ?? 0) > 0);
}

const sum = (came: readonly Came[]) => came.reduce((total, { people }) => total + people, 0);
const part = (k: number, n: number) => (n > 0 ? { k: Math.round(k), n: Math.round(n) } : null);
