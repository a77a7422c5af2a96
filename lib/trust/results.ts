import { meanFromSums } from "@/lib/statistics/mean-from-sums";
import { TRUST_FROM } from "@/lib/statistics/trust-index";
import { groupKey, type Mark, marks, type Sharing, shownGroups } from "./hiding";
import type { Item, TrustRound, Wording } from "./schema";

/** What the database tells of one village (`trust_results`). Sums are there from ten people on. */
export type RawResults = Readonly<{
  cells: readonly Readonly<{
    roundId: string;
    by: Mark | "all";
    category: string;
    n: number;
    leftOut: number;
    sum: number | null;
    squares: number | null;
  }>[];
  items: readonly Readonly<{ roundId: string; at: number; n: number; sum: number; squares: number }>[];
  joint: readonly (Sharing & Readonly<{ roundId: string }>)[];
}>;

/** A mean with its interval, in points of the scale; no interval where nobody differs. */
export type ShownMean = Readonly<{ n: number; mean: number; lo: number | null; hi: number | null }>;

export type ShownGroup = Readonly<{ by: Mark; category: string; mean: ShownMean | null }>;
export type ShownItem = Readonly<{ code: string; dimension: string; text: Wording; mean: ShownMean }>;

/** Everything that page, file and API say of one round: decided here, once. */
export type RoundResult = Readonly<{
  /** People with a score, and those who answered too few items for one. */
  n: number;
  leftOut: number;
  /** Null: fewer than ten. */
  total: ShownMean | null;
  items: readonly ShownItem[];
  /** None without a total; else every group somebody is in: those hidden have no mean, and are not told apart by why. */
  groups: readonly ShownGroup[];
}>;

const meanOf = ({ n, sum, squares }: { n: number; sum: number | null; squares: number | null }) => {
  if (n < TRUST_FROM || sum === null || squares === null) return null;
  const { mean, lo, hi } = meanFromSums({ n, sum, squares });
  return mean === null ? null : { n, mean, lo, hi };
};

/** Null when no answer of the round counts yet. */
export function roundResult(
  raw: RawResults,
  { roundId, items }: { roundId: string; items: readonly Item[] },
): RoundResult | null {
  const cells = raw.cells.filter((cell) => cell.roundId === roundId);
  const all = cells.find(({ by }) => by === "all");
  if (!all) return null;
  const total = meanOf(all);
  const shown = shownGroups(raw.joint.filter((cell) => cell.roundId === roundId));
  const groups = cells.flatMap((cell): ShownGroup[] => {
    if (!total || cell.by === "all") return [];
    const { by, category } = cell;
    return [{ by, category, mean: shown.has(groupKey(by, category)) ? meanOf(cell) : null }];
  });
  return {
    n: all.n,
    leftOut: all.leftOut,
    total,
    items: total ? itemsOf(raw, roundId, items) : [],
    groups: groups.sort(
      (a, b) => marks.indexOf(a.by) - marks.indexOf(b.by) || (a.category < b.category ? -1 : 1),
    ),
  };
}

const itemsOf = (raw: RawResults, roundId: string, items: readonly Item[]): ShownItem[] =>
  raw.items
    .filter((cell) => cell.roundId === roundId)
    .flatMap((cell) => {
      const item = items[cell.at - 1];
      const mean = meanOf(cell);
      return item && mean ? [{ ...item, mean }] : [];
    });

/** One round of a village with what may be shown of it. */
export type VillageRound = Readonly<
  Pick<TrustRound, "wave" | "startDate" | "interviewer"> & {
    id: string;
    closed: boolean;
    instrumentId: string;
    /** Submitted interviews, and people who did not want to answer, of all phones. */
    submitted: number;
    declined: number;
    result: RoundResult | null;
  }
>;

/** By how much a later round lies above an earlier one; shown only where both are. */
export const changeSince = (later: ShownMean | null, earlier: ShownMean | null): number | null =>
  later && earlier ? later.mean - earlier.mean : null;
