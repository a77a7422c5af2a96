/** Smallest class that may be published, statistics.md §9; trust needs 10. */
export const PUBLIC_CLASS = 5;

/** People an outsider cannot tell apart: what he may know of them (village, sex, age band …), and how many. */
export interface PeopleAlike {
  known: Readonly<Record<string, string | null>>;
  people: number;
}

function keyOf(known: PeopleAlike["known"]): string {
  return JSON.stringify(Object.entries(known).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * One entry per class: the same knowledge counted together, nobody left out, empty classes dropped.
 * @throws RangeError unless all counts are whole numbers ≥ 0.
 */
export function classesOf(groups: readonly PeopleAlike[]): PeopleAlike[] {
  const classes = new Map<string, PeopleAlike>();
  for (const { known, people } of groups) {
    if (!Number.isInteger(people) || people < 0) throw new RangeError(`not a count: ${people}`);
    const key = keyOf(known);
    if (people > 0) classes.set(key, { known, people: (classes.get(key)?.people ?? 0) + people });
  }
  return [...classes.values()];
}

export interface Anonymity {
  /** Size of the smallest class, null without anybody. */
  smallest: number | null;
  /** Classes below k, and the people in them. */
  classesBelow: number;
  peopleBelow: number;
}

/** k-anonymity of what is to be published (statistics.md §9; Sweeney 2002). */
export function anonymityOf(groups: readonly PeopleAlike[], k = PUBLIC_CLASS): Anonymity {
  const sizes = classesOf(groups).map(({ people }) => people);
  const below = sizes.filter((size) => size < k);
  return {
    smallest: sizes.length === 0 ? null : Math.min(...sizes),
    classesBelow: below.length,
    peopleBelow: below.reduce((sum, size) => sum + size, 0),
  };
}

export type Coarsening = (known: PeopleAlike["known"]) => PeopleAlike["known"];

/** Coarsening that forgets a field, as "ethnic group dropped" or "sex dropped". */
export function without(field: string): Coarsening {
  return (known) => Object.fromEntries(Object.entries(known).filter(([name]) => name !== field));
}

export interface Publishable {
  /** Classes of at least k. */
  classes: PeopleAlike[];
  /** How many of the coarsenings were needed. */
  steps: number;
  /** People whose class stayed below k after all of them. */
  leftOut: number;
}

/**
 * Coarsens for everybody alike, one step after the other, until every class holds at least k; what still fails is left
 * out. The order of statistics.md §9: age bands merged, ethnic family, ethnic group dropped, sex dropped, village to
 * district.
 */
export function coarsenUntilAnonymous(
  groups: readonly PeopleAlike[],
  coarsenings: readonly Coarsening[],
  k = PUBLIC_CLASS,
): Publishable {
  let classes = classesOf(groups);
  let steps = 0;
  for (const coarsen of coarsenings) {
    if (classes.every(({ people }) => people >= k)) break;
    classes = classesOf(classes.map(({ known, people }) => ({ known: coarsen(known), people })));
    steps += 1;
  }
  const kept = classes.filter(({ people }) => people >= k);
  const leftOut = classes.reduce((sum, one) => sum + (one.people < k ? one.people : 0), 0);
  return { classes: kept, steps, leftOut };
}

export interface AnswersAlike extends PeopleAlike {
  answer: string;
}

/**
 * Classes whose members all gave the same answer: whoever knows that somebody belongs to the class knows the answer, so
 * it is to be hidden however large the class (statistics.md §9; Machanavajjhala 2007).
 */
export function uniformClasses(answers: readonly AnswersAlike[]): PeopleAlike[] {
  const given = new Map<string, Set<string>>();
  for (const { known, people, answer } of answers) {
    const key = keyOf(known);
    const before = given.get(key) ?? new Set();
    given.set(key, people > 0 ? before.add(answer) : before);
  }
  return classesOf(answers).filter(({ known }) => given.get(keyOf(known))?.size === 1);
}
