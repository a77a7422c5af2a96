/** One change of one record, as its history tells it. */
export type RecordChange = Readonly<{
  changeId: string;
  subject: string;
  kind: string;
  status: string;
  receivedAt: string;
  after: Readonly<Record<string, unknown>> | null;
}>;

/** Records whose earlier state a person with the right may bring back. */
export const restorable = ["workshop", "plan", "action"] as const;
export type Restorable = (typeof restorable)[number];
export const isRestorable = (type: string): type is Restorable =>
  (restorable as readonly string[]).includes(type);

/** The fields of a record after so many of its changes, oldest first: what each change applied, the later over the earlier. */
export function stateAfter(changes: readonly RecordChange[]): Record<string, unknown> {
  const state: Record<string, unknown> = {};
  for (const { after, kind } of changes) {
    if (after && (kind.endsWith(".record") || kind.endsWith(".resolve"))) Object.assign(state, after);
  }
  return state;
}

export const isDeletedAfter = (changes: readonly RecordChange[]): boolean =>
  changes.reduce(
    (deleted, { kind }) => (kind.endsWith(".delete") ? true : kind.endsWith(".undelete") ? false : deleted),
    false,
  );

const same = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/**
 * What must be written so that a record stands again as it did then. `upTo` counts its changes; a field that nobody had
 * set yet becomes empty again. Null when it stood exactly as it does now.
 */
export function restoration(changes: readonly RecordChange[], upTo: number) {
  const [then, now] = [changes.slice(0, upTo), changes];
  const [wanted, present] = [stateAfter(then), stateAfter(now)];
  const names = Object.keys(present).filter((name) => !same(wanted[name], present[name]));
  const fields = Object.fromEntries(names.map((name) => [name, wanted[name] ?? null]));
  const undelete = isDeletedAfter(now) && !isDeletedAfter(then);
  return names.length === 0 && !undelete ? null : { fields, undelete };
}

/** Changes of the record up to the chosen one itself; of others, those received until that moment. */
function countUntil(changes: readonly RecordChange[], moment: RecordChange): number {
  const own = changes.findIndex(({ changeId }) => changeId === moment.changeId);
  if (own >= 0) return own + 1;
  return changes.filter(({ receivedAt }) => receivedAt <= moment.receivedAt).length;
}

/** Per record what must be written so that all of them stand as at that moment; what did not exist yet stays. */
export function restorationsAt(stories: readonly (readonly RecordChange[])[], moment: RecordChange) {
  return stories.flatMap((changes) => {
    const upTo = countUntil(changes, moment);
    const wanted = upTo > 0 ? restoration(changes, upTo) : null;
    const [first] = changes;
    return wanted && first ? [{ subject: first.subject, ...wanted }] : [];
  });
}
