import { isSmall, PUBLIC_THRESHOLD } from "@/lib/statistics/suppression";
import { type HiddenTree, hiddenInTree } from "@/lib/statistics/tree-suppression";
import { TRUST_FROM } from "@/lib/statistics/trust-index";

/** k of n: people, or tasks. n is null where no denominator is known. */
export type Count = Readonly<{ k: number; n: number | null; months: number | null }>;
/** A mean over villages, in points of the scale. */
export type Mean = Readonly<{
  mean: number;
  lo: number | null;
  hi: number | null;
  n: number;
  villages: number;
}>;
export type Figure = Count | Mean;
/** What is told of a place by one measure; null: nothing was reported. */
export type Told = Figure | "hidden" | null;

/** One measure of every district before anything is hidden; null: nothing reported. */
export type Measured = Readonly<{
  /** People below this many are hidden. */
  threshold: number;
  districts: readonly Readonly<{ id: string; provinceId: string; figure: Figure | null }>[];
  /** The mean of several districts together, from their villages; counts are added up. */
  together: (districts: readonly string[]) => Mean | null;
}>;

/** The same as it was published. */
export type Pattern = Readonly<{
  districts: ReadonlyMap<string, Told>;
  provinces: ReadonlyMap<string, Told>;
  nation: Told;
}>;

/** Why a figure is hidden: it is small itself, it would give a small one away, it was hidden before. Never published. */
export type Why = "small" | "cover" | "kept";
export type Decided = Pattern &
  Readonly<{ why: ReadonlyMap<string, Why>; truth: ReadonlyMap<string, Figure>; waiting: number }>;

/** Two villages at least: a mean of one is that village's own (statistics §14). */
const VILLAGES_FROM = 2;

const isMean = (figure: Figure): figure is Mean => "mean" in figure;

/** The counts by which a figure gives people away: those who did and those who did not; answers and villages. */
export function countsOf(figure: Figure | null): number[] {
  if (!figure) return [0, 0];
  if (isMean(figure)) return [figure.n, (figure.villages * TRUST_FROM) / VILLAGES_FROM];
  return [figure.k, figure.n === null ? 0 : Math.max(0, Math.round(figure.n) - figure.k)];
}

export const PUBLISHED_FROM = { count: PUBLIC_THRESHOLD, mean: TRUST_FROM } as const;

/** Counts of several districts; months are their own. */
export function added(figures: readonly (Count | null)[]): Count | null {
  const given = figures.filter((one) => one !== null);
  if (given.length === 0) return null;
  const known = given.every(({ n }) => n !== null);
  return {
    k: given.reduce((sum, { k }) => sum + k, 0),
    n: known ? given.reduce((sum, { n }) => sum + (n ?? 0), 0) : null,
    months: null,
  };
}

/**
 * What may be told of one measure: small figures and whatever would give one away are hidden (statistics §9). A correction
 * (`before`) hides all that was hidden, and a district whose figure would change by fewer people than may be shown keeps the
 * earlier one, so that the two versions beside each other say nothing of few people either.
 */
export function decide(measured: Measured, before: Pattern | null): Decided {
  const earlier = (id: string) => before?.districts.get(id);
  const few = (one: Figure | null, other: Figure | null) => changedByFew(one, other, measured.threshold);
  let waiting = 0;
  const figures = measured.districts.map(({ id, figure }) => {
    const known = earlier(id);
    if (before && known !== "hidden" && few(figure, known ?? null)) {
      waiting++;
      return known ?? null;
    }
    return figure;
  });
  const table = measured.districts.map(({ provinceId }, at) => ({
    group: provinceId,
    counts: countsOf(figures[at] ?? null),
  }));
  const kept = keptOf(measured, before);
  const hidden = hiddenInTree(table, { threshold: measured.threshold, kept });
  const districts = new Map<string, Told>();
  const why = new Map<string, Why>();
  const truth = new Map<string, Figure>();
  for (const [at, { id }] of measured.districts.entries()) {
    const figure = figures[at] ?? null;
    if (figure) truth.set(id, figure);
    districts.set(id, hidden.rows.has(at) ? "hidden" : figure);
    if (!hidden.rows.has(at)) continue;
    const small = table[at]?.counts.some((one) => isSmall(one, measured.threshold));
    why.set(id, small ? "small" : kept.rows.has(at) ? "kept" : "cover");
  }
  const totals = totalsOf(measured, { figures, hidden, districts, before });
  return { districts, why, truth, waiting, ...totals };
}

function keptOf({ districts }: Measured, before: Pattern | null): HiddenTree {
  return {
    rows: new Set(
      [...districts.keys()].filter((at) => before?.districts.get(districts[at]?.id ?? "") === "hidden"),
    ),
    groups: new Set([...(before?.provinces ?? [])].flatMap(([id, told]) => (told === "hidden" ? [id] : []))),
    whole: before?.nation === "hidden",
  };
}

/** By fewer than may be shown, in who did or who did not; means by answers or villages. */
export function changedByFew(now: Figure | null, then: Figure | null, threshold: number): boolean {
  const [a, b] = [countsOf(now), countsOf(then)];
  return a.some((count, at) => isSmall(Math.abs(count - (b[at] ?? 0)), threshold));
}

type Part = Readonly<{ id: string; told: Told; was: Told }>;
type Totals = Readonly<{
  figures: readonly (Figure | null)[];
  hidden: HiddenTree;
  districts: ReadonlyMap<string, Told>;
  before: Pattern | null;
}>;

function totalsOf(measured: Measured, given: Totals): Pick<Pattern, "provinces" | "nation"> {
  const { hidden, districts, before } = given;
  const groups = Map.groupBy(measured.districts, ({ provinceId }) => provinceId);
  const partsOf = (province: string): Part[] =>
    (groups.get(province) ?? []).map(({ id }) => ({
      id,
      told: districts.get(id) ?? null,
      was: before?.districts.get(id) ?? null,
    }));
  const provinces = new Map<string, Told>();
  for (const province of groups.keys()) {
    const was = before?.provinces.get(province) ?? null;
    const told = hidden.groups.has(province) ? "hidden" : totalOf(measured, given, partsOf(province), was);
    provinces.set(province, told);
  }
  if (hidden.whole) return { provinces, nation: "hidden" };
  const parts = [...groups.keys()].flatMap((province): Part[] => {
    const was = before?.provinces.get(province) ?? null;
    return hidden.groups.has(province)
      ? partsOf(province)
      : [{ id: province, told: provinces.get(province) ?? null, was }];
  });
  return { provinces, nation: totalOf(measured, given, parts, before?.nation ?? null) };
}

/**
 * A total is the sum of what is told below it and of the hidden rest. In a correction a rest that would change by few people
 * stays as it followed from the version before.
 */
function totalOf(
  measured: Measured,
  { figures, before }: Totals,
  parts: readonly Part[],
  was: Told,
): Figure | null {
  const ids = new Set(parts.map(({ id }) => id));
  const below = measured.districts.filter(({ id, provinceId }) => ids.has(id) || ids.has(provinceId));
  if (figures.some((figure) => figure && isMean(figure))) return measured.together(below.map(({ id }) => id));
  const hiddenIds = new Set(parts.flatMap(({ id, told }) => (told === "hidden" ? [id] : [])));
  const shown = parts.filter(({ told }) => told !== "hidden");
  const rest = added(
    measured.districts.map(({ id }, at) => (hiddenIds.has(id) ? countOf(figures[at]) : null)),
  );
  const earlier =
    before && was && was !== "hidden" && hiddenIds.size > 0
      ? minus(countOf(was), added(shown.map((part) => countOf(part.was))))
      : null;
  const stays = earlier && changedByFew(rest, earlier, measured.threshold);
  return added([...shown.map(({ told }) => countOf(told)), stays ? earlier : rest]);
}

const countOf = (told: Told | undefined): Count | null =>
  !told || told === "hidden" || isMean(told) ? null : told;

const minus = (whole: Count | null, part: Count | null): Count => ({
  k: (whole?.k ?? 0) - (part?.k ?? 0),
  n: whole?.n == null || part?.n === null ? null : whole.n - (part?.n ?? 0),
  months: null,
});

/** A correction of means is taken whole or not at all: a mean has no rest that could stay. */
export const meansMayChange = (measured: Measured, before: Pattern): boolean =>
  measured.districts.every(({ id, figure }) => {
    const was = before.districts.get(id);
    return was === "hidden" || !changedByFew(figure, was ?? null, measured.threshold);
  });
