import { createHmac } from "node:crypto";
import { classesOf, PUBLIC_CLASS } from "@/lib/statistics/anonymity";
import { type Cell, HIDDEN } from "./tables";

export type ResearchVillage = Readonly<{
  id: string;
  district: string | null;
  province: string | null;
  /** Quarter of its first workshop, `yyyy-Qn`. */
  first: string | null;
  family: string;
  travel: string;
  season: string;
  poverty: string;
  /** Monthly reports received, by quarter. */
  reports: Readonly<Record<string, number>>;
}>;

type Known = Readonly<
  Record<"province" | "district" | "first" | "family" | "travel" | "season" | "poverty", string | null>
>;
type Step = (known: Known) => Known;

/** What is given up, one after the other, by villages of which there are too few alike. */
const steps: readonly Step[] = [
  (known) => known,
  (known) => ({ ...known, district: HIDDEN }),
  (known) => ({ ...known, district: HIDDEN, poverty: HIDDEN, travel: HIDDEN }),
  (known) => ({
    ...known,
    district: HIDDEN,
    poverty: HIDDEN,
    travel: HIDDEN,
    season: HIDDEN,
    province: HIDDEN,
  }),
  (known) => ({ ...(Object.fromEntries(Object.keys(known).map((name) => [name, HIDDEN])) as Known) }),
];

/**
 * What may be told of each village, so that at least five look alike in all of it (k-anonymity, statistics.md §9); each gives up
 * no more than it must. Villages that are too few even without anything are left out.
 */
export function villagesToTell(villages: readonly ResearchVillage[]): Map<string, Known> {
  const told = new Map<string, Known>();
  let left = villages.map((village) => ({ id: village.id, known: knownOf(village) }));
  for (const step of steps) {
    const here = left.map(({ id, known }) => ({ id, known, shown: step(known) }));
    const enough = new Set(
      classesOf(here.map(({ shown }) => ({ known: shown, people: 1 })))
        .filter(({ people }) => people >= PUBLIC_CLASS)
        .map(({ known }) => JSON.stringify(known)),
    );
    for (const { id, shown } of here) if (enough.has(JSON.stringify(shown))) told.set(id, shown);
    left = left.filter(({ id }) => !told.has(id));
  }
  return told;
}

const knownOf = ({ province, district, first, family, travel, season, poverty }: ResearchVillage): Known => ({
  ...{ province, district, first, family, travel, season, poverty },
});

/** A key that is stable within one file: nobody has the secret, which is made for it and thrown away. */
export const villageKey = (id: string, secret: string) =>
  createHmac("sha256", secret).update(id).digest("hex").slice(0, 12);

/** A line per village and quarter, in the order of the keys: their order tells nothing. */
export function villageRows(
  villages: readonly ResearchVillage[],
  quarters: readonly string[],
  secret: string,
): Cell[][] {
  const told = villagesToTell(villages);
  return villages
    .flatMap(({ id, reports }) => {
      const known = told.get(id);
      return known ? [{ key: villageKey(id, secret), known, reports }] : [];
    })
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .flatMap(({ key, known, reports }) =>
      quarters.map((quarter): Cell[] => [
        ...[key, known.province, known.district, quarter, known.first],
        ...[known.family, known.travel, known.season, known.poverty],
        reports[quarter] ?? 0,
      ]),
    );
}
