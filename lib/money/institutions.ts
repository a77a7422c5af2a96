type Dated = Readonly<{ from: string | null; to: string | null }>;
type Named = Dated & Readonly<{ id: string; successorId: string | null }>;

/** Whether something holds on a day; without dates nothing is known of it. An institution ends on the day it names. */
export function standingOn({ from, to }: Dated, day: string): "undated" | "before" | "holds" | "ended" {
  if (to !== null && to <= day) return "ended";
  if (from !== null && from > day) return "before";
  return from === null && to === null ? "undated" : "holds";
}

/** Who stands in an institution's place on a day: itself, or the last of its successors that is known; null when nobody is. */
export function inPlaceOf<T extends Named>(institutions: readonly T[], id: string, day: string): T | null {
  const passed = new Set<string>();
  let now = institutions.find((one) => one.id === id) ?? null;
  while (now && now.to !== null && now.to <= day) {
    passed.add(now.id);
    const next = institutions.find((one) => one.id === now?.successorId) ?? null;
    now = next && !passed.has(next.id) ? next : null;
  }
  return now;
}

/** An institution that would, through its successors, follow itself. */
export function followsItself(institutions: readonly Named[], id: string, successorId: string): boolean {
  const passed = new Set([id]);
  let next: string | null = successorId;
  while (next !== null && !passed.has(next)) {
    passed.add(next);
    next = institutions.find((one) => one.id === next)?.successorId ?? null;
  }
  return next === id;
}
