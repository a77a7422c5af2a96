import { type Theme, themeCodes } from "./frame";
import { type CodedKind, codedKinds } from "./kinds";

/** Sums of one place and kind: all records, those coded, and those coded with each theme. */
export type KindSum = readonly [
  place: string,
  kind: CodedKind,
  records: number,
  coded: number,
  themes: Readonly<Partial<Record<Theme, number>>>,
];
/** Villages of one place with a record, with a coded one, and with one coded with each theme. */
export type VillageSum = readonly [
  place: string,
  villages: number,
  coded: number,
  themes: Readonly<Partial<Record<Theme, number>>>,
];

export type Tally = Readonly<{ all: number; coded: number; of: Readonly<Record<Theme, number>> }>;
export type Counted = Readonly<{
  records: Tally;
  kinds: Readonly<Record<CodedKind, Tally>>;
  villages: Tally;
}>;

const perTheme = (count: (theme: Theme) => number) =>
  Object.fromEntries(themeCodes.map((theme) => [theme, count(theme)])) as Record<Theme, number>;

function sumOf(parts: readonly Tally[]): Tally {
  const sum = (of: (part: Tally) => number) => parts.reduce((total, part) => total + of(part), 0);
  return {
    all: sum(({ all }) => all),
    coded: sum(({ coded }) => coded),
    of: perTheme((theme) => sum(({ of }) => of[theme])),
  };
}

type Sums = Readonly<{ kinds: readonly KindSum[]; villages: readonly VillageSum[] }>;

/** A village lies in one place of the list and a record has one kind: sums of sums are the counts themselves. */
export function countedOf({ kinds, villages }: Sums): Counted {
  const tally = ([, , all, coded, themes]: KindSum): Tally => ({
    all,
    coded,
    of: perTheme((theme) => themes[theme] ?? 0),
  });
  const byKind = Map.groupBy(kinds, ([, kind]) => kind);
  return {
    records: sumOf(kinds.map(tally)),
    kinds: Object.fromEntries(
      codedKinds.map((kind) => [kind, sumOf((byKind.get(kind) ?? []).map(tally))]),
    ) as Record<CodedKind, Tally>,
    villages: sumOf(villages.map(([place, ...sums]): Tally => tally([place, "problem", ...sums]))),
  };
}

/** The same for each place of the list that has a record. */
export function countedByPlace({ kinds, villages }: Sums): ReadonlyMap<string, Counted> {
  const ofKinds = Map.groupBy(kinds, ([place]) => place);
  const ofVillages = Map.groupBy(villages, ([place]) => place);
  return new Map(
    [...ofKinds].map(([place, own]) => [
      place,
      countedOf({ kinds: own, villages: ofVillages.get(place) ?? [] }),
    ]),
  );
}

/** Themes in the order of how many coded records have them; equal ones stay in the frame's order. */
export const byFrequency = ({ records }: Pick<Counted, "records">): Theme[] =>
  [...themeCodes].sort((a, b) => records.of[b] - records.of[a]);
