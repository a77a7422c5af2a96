export const kOfNOrder = ["done", "doing", "todo", "blocked", "late"] as const;
export type KOfNStatus = (typeof kOfNOrder)[number];
export type KOfNCounts = Partial<Record<KOfNStatus, number>>;
export type Segment = { key: string; status: KOfNStatus; x: number; width: number };

/** Up to this many items each has a cell of its own; above it the bar is proportional (screens §5). */
export const mostCells = 26;
const gap = 0.7;

/** The pieces of a k-of-n bar in percent of its width, in the fixed order of statuses. */
export function kOfNSegments(counts: KOfNCounts): Segment[] {
  const filled = kOfNOrder.flatMap((status) =>
    (counts[status] ?? 0) > 0 ? [{ status, n: counts[status] ?? 0 }] : [],
  );
  const total = filled.reduce((sum, { n }) => sum + n, 0);
  if (total === 0) return [];
  const pieces =
    total <= mostCells
      ? filled.flatMap(({ status, n }) => Array.from({ length: n }, () => ({ status, n: 1 })))
      : filled;
  let before = 0;
  return pieces.map(({ status, n }, index) => {
    const start = (before / total) * 100;
    before += n;
    const last = index === pieces.length - 1;
    return { key: `${status}${index}`, status, x: start, width: (n / total) * 100 - (last ? 0 : gap) };
  });
}
