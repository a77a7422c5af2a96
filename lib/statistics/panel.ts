import { CELL_FROM, type ClusteredContrast, clusteredContrast } from "./clustered-contrast";

/** One person of the panel; an index is null when the round is missing or had too few answers. */
export interface PanelPerson {
  village: string;
  exposed: boolean;
  baseline: number | null;
  endline: number | null;
}

export interface PanelResult {
  /** Difference of the mean changes; cells in `cellSizes`: exposed, unexposed. */
  contrast: ClusteredContrast;
  /** Mean change of each group, null without anybody or when the contrast is hidden. */
  exposedChange: number | null;
  unexposedChange: number | null;
  /** People without both rounds. */
  notPaired: number;
}

/**
 * Change per person of those found twice, exposed minus unexposed, CR2 by village (statistics.md §5). To be shown
 * beside the repeated cross-section with its own n, never mixed into it.
 */
export function panelDifference(people: readonly PanelPerson[], cellFrom = CELL_FROM): PanelResult {
  const changes = people.flatMap(({ village, exposed, baseline, endline }) =>
    baseline === null || endline === null ? [] : [{ village, exposed, n: 1, sum: endline - baseline }],
  );
  const exposed = changes.filter((change) => change.exposed);
  const unexposed = changes.filter((change) => !change.exposed);
  const contrast = clusteredContrast(
    [
      { sign: 1, villages: exposed },
      { sign: -1, villages: unexposed },
    ],
    cellFrom,
  );
  const meanChange = (group: readonly { sum: number }[]) =>
    contrast.status === "hidden" || group.length === 0
      ? null
      : group.reduce((sum, change) => sum + change.sum, 0) / group.length;
  return {
    contrast,
    exposedChange: meanChange(exposed),
    unexposedChange: meanChange(unexposed),
    notPaired: people.length - changes.length,
  };
}

/**
 * Whether to say "those interviewed twice changed differently": the two estimates lie more than one panel standard
 * error apart (statistics.md §5). Null when either, or that standard error, is missing.
 */
export function panelDisagrees(crossSection: ClusteredContrast, panel: ClusteredContrast): boolean | null {
  if (crossSection.estimate === null || panel.estimate === null || panel.standardError === null) return null;
  return Math.abs(crossSection.estimate - panel.estimate) > panel.standardError;
}
