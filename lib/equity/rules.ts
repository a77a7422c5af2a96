import { type GroupLine, groupLine } from "@/lib/comparison/groups";
import type { Year } from "@/lib/indicators/calculation";
import type { ShownIndicator } from "@/lib/indicators/view";
import { meanOverVillages } from "@/lib/statistics/clustered-contrast";
import { wilson } from "@/lib/statistics/proportion";

/** What villages are grouped by, and the parts in the order they are told. Words: `equity.part.<dimension>.<part>`. */
export const dimensions = {
  family: ["lao_tai", "mon_khmer", "tibeto_burman", "hmong_iumien", "other", "unknown"],
  travel: ["near", "far", "unknown"],
  season: ["open", "cut_off", "unknown"],
  poverty: ["not_poor", "poor", "unknown"],
} as const;
export type Dimension = keyof typeof dimensions;
export type Part<D extends Dimension = Dimension> = (typeof dimensions)[D][number];
export const dimensionNames = Object.keys(dimensions) as Dimension[];

/** A village as this page needs it. */
export type EquityVillage = Readonly<{
  id: string;
  districtId: string;
  parts: Readonly<Record<Dimension, Part>>;
  reached: boolean;
  planned: boolean;
  /** Actions of its newest plan, those dropped left out; null without a plan. */
  actions: Readonly<{ done: number; all: number }> | null;
  /** Twelve months of the chosen indicator as its own volunteers counted; null when nothing was reported. */
  year: Year | null;
}>;

/** k of n with its interval; `lo` and `hi` are null where none can be given. */
export type Share = Readonly<{
  k: number;
  n: number;
  p: number | null;
  lo: number | null;
  hi: number | null;
}>;

export type EquityLine = Readonly<{
  dimension: Dimension;
  part: Part;
  /** Villages reached of all villages alike (Wilson, statistics.md §1). */
  reached: Share;
  planned: number;
  /** Actions done of all in the newest plans, with the interval of a mean over villages (§4); null without plans. */
  actions: Share | null;
  /** The chosen indicator; null while no village of them reported it. */
  uptake: GroupLine | null;
}>;

/** Every part that some village belongs to. */
export function equityLines(
  villages: readonly EquityVillage[],
  indicator: ShownIndicator | null,
): EquityLine[] {
  return dimensionNames.flatMap((dimension) => {
    const byPart = Map.groupBy(villages, ({ parts }) => parts[dimension]);
    return dimensions[dimension].flatMap((part) => {
      const alike = byPart.get(part);
      return alike ? [lineOf({ dimension, part }, alike, indicator)] : [];
    });
  });
}

type Named = Pick<EquityLine, "dimension" | "part">;

function lineOf(named: Named, alike: readonly EquityVillage[], indicator: ShownIndicator | null): EquityLine {
  const reporting = alike.flatMap(({ id, year }) => (year ? [{ id, year }] : []));
  return {
    ...named,
    reached: reachOf(alike),
    planned: alike.filter(({ planned }) => planned).length,
    actions: actionsOf(alike),
    uptake: indicator && reporting.length > 0 ? groupLine(named.part, reporting, indicator) : null,
  };
}

export const reachOf = (villages: readonly EquityVillage[]): Share =>
  wilson(villages.filter(({ reached }) => reached).length, villages.length);

function actionsOf(villages: readonly EquityVillage[]): Share | null {
  const planning = villages.flatMap(({ id, actions }) =>
    actions && actions.all > 0 ? [{ id, ...actions }] : [],
  );
  if (planning.length === 0) return null;
  const k = planning.reduce((sum, { done }) => sum + done, 0);
  const n = planning.reduce((sum, { all }) => sum + all, 0);
  const { lo, hi } = meanOverVillages(
    planning.map(({ id, done, all }) => ({ village: id, n: all, sum: done })),
  );
  return {
    k,
    n,
    p: k / n,
    lo: lo === null ? null : Math.max(0, lo),
    hi: hi === null ? null : Math.min(1, hi),
  };
}

/**
 * The two known parts of one dimension that are farthest apart in reach and whose intervals do not overlap; null when chance
 * could explain every difference.
 */
export function widestGap(
  lines: readonly EquityLine[],
): readonly [less: EquityLine, more: EquityLine] | null {
  const pairs = dimensionNames.flatMap((dimension) => {
    const known = lines.filter((line) => line.dimension === dimension && line.part !== "unknown");
    return known.flatMap((less) =>
      known.flatMap((more) =>
        (less.reached.hi ?? 1) < (more.reached.lo ?? 0) ? [[less, more] as const] : [],
      ),
    );
  });
  const width = ([less, more]: readonly [EquityLine, EquityLine]) =>
    (more.reached.p ?? 0) - (less.reached.p ?? 0);
  return pairs.reduce<(typeof pairs)[number] | null>((a, b) => (a && width(a) >= width(b) ? a : b), null);
}

/** Villages not reached yet that lie far, are cut off in the rainy season, or are poor, by district; most first. */
export function leftOut(villages: readonly EquityVillage[]) {
  return [...Map.groupBy(villages, ({ districtId }) => districtId)]
    .map(([districtId, all]) => {
      const open = all.filter(({ reached }) => !reached);
      const count = (dimension: Dimension, part: Part) =>
        open.filter(({ parts }) => parts[dimension] === part).length;
      return {
        districtId,
        villages: all.length,
        open: open.length,
        far: count("travel", "far"),
        cutOff: count("season", "cut_off"),
        poor: count("poverty", "poor"),
      };
    })
    .filter(({ open }) => open > 0)
    .sort((a, b) => b.far + b.cutOff + b.poor - (a.far + a.cutOff + a.poor) || b.open - a.open);
}
export type LeftOut = ReturnType<typeof leftOut>[number];
