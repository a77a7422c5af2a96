import {
  type ClusteredContrast,
  meanOverVillages,
  type VillageSum,
} from "@/lib/statistics/clustered-contrast";
import { hiddenSubgroups } from "@/lib/statistics/row-suppression";
import { TRUST_FROM } from "@/lib/statistics/trust-index";
import { VILLAGES_FROM } from "@/lib/trust/clusters";
import { groupKey, type Mark, type Sharing, shownGroups } from "@/lib/trust/hiding";

/** What people are told apart by; how they met CONNECT stands with the comparison of rounds. */
export const trustMarks = ["sex", "ageBand", "ethnicGroup"] as const satisfies readonly Mark[];
export type TrustMark = (typeof trustMarks)[number] | "all";

/** The newest round of one village (`trust_groups`): sums from ten people on, and how many share all marks. */
export type NewestRound = Readonly<{
  village: number | string;
  instrumentId: string;
  cells: readonly Readonly<{ by: TrustMark; category: string; n: number; sum: number }>[] | null;
  joint: readonly Sharing[] | null;
}>;

export type TrustLine = Readonly<{
  by: TrustMark;
  /** Sex, age band, ethnic group or `family:…`; `not_said`. */
  category: string;
  /** Null: in too few villages for it to be shown, or nobody could not be told from the rest. */
  shown: Readonly<{ mean: ClusteredContrast; villages: number; n: number }> | null;
}>;

export type TrustGroups = Readonly<{
  lines: readonly TrustLine[];
  /** Villages whose newest round has fewer than ten answers. */
  leftOut: number;
}>;

type Cell = Readonly<{ by: TrustMark; category: string; sum: VillageSum }>;

/**
 * The index by sex, age and people over villages (CR2, statistics.md §4): from each village only what its own page would show,
 * so that neither total, rest nor another area tells of fewer than ten; and of at least two villages. Null without any.
 */
export function trustGroups(rounds: readonly NewestRound[]): TrustGroups | null {
  const patterns = new Map<string, ReadonlySet<string>>();
  const shownOf = (joint: readonly Sharing[]) => {
    const key = JSON.stringify(joint);
    const shown = patterns.get(key) ?? shownGroups(joint);
    patterns.set(key, shown);
    return shown;
  };
  const cells = rounds.flatMap(({ village, cells: given, joint }): Cell[] => {
    const shown = shownOf(joint ?? []);
    return (given ?? []).flatMap(({ by, category, n, sum }) =>
      n >= TRUST_FROM && (by === "all" || shown.has(groupKey(by, category)))
        ? [{ by, category, sum: { village: String(village), n, sum } }]
        : [],
    );
  });
  const whole = cells.filter(({ by }) => by === "all");
  if (whole.length < VILLAGES_FROM) return null;
  const lines = (["all", ...trustMarks] as const).flatMap((by) =>
    linesOf(by, cells, by === "all" ? ["all"] : categoriesOf(by, rounds)),
  );
  return { lines, leftOut: rounds.length - whole.length };
}

const categoriesOf = (by: Mark, rounds: readonly NewestRound[]) =>
  [...new Set(rounds.flatMap(({ joint }) => (joint ?? []).map((cell) => cell[by])))].sort();

function linesOf(by: TrustMark, cells: readonly Cell[], categories: readonly string[]): TrustLine[] {
  const sums = categories.map((category) =>
    cells.filter((cell) => cell.by === by && cell.category === category).map(({ sum }) => sum),
  );
  // One village alone is hidden, and another with it, or it would follow from the others and the total.
  const { rows } = hiddenSubgroups(
    sums.map((villages) => villages.length),
    VILLAGES_FROM,
  );
  return categories.map((category, at) => {
    const villages = sums[at] ?? [];
    if (rows[at] || villages.length === 0) return { by, category, shown: null };
    const n = villages.reduce((total, one) => total + one.n, 0);
    return { by, category, shown: { mean: meanOverVillages(villages), villages: villages.length, n } };
  });
}
