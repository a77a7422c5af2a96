import { sameValue } from "./canonical";

export type Fields = Readonly<Record<string, unknown>>;
/** Per field, the id of the change that set it last. */
export type Versions = Readonly<Record<string, string>>;
/** A value that lost to an earlier one and waits for a person. */
export type Candidate = Readonly<{ changeId: string; value: unknown; authorId: string; madeAt: string }>;
export type Conflicts = Readonly<Record<string, readonly Candidate[]>>;
export type MergeState = Readonly<{ fields: Fields; versions: Versions; conflicts: Conflicts }>;
export type Incoming = Readonly<{
  changeId: string;
  authorId: string;
  madeAt: string;
  fields: Fields;
  base: Readonly<Record<string, string | null>>;
}>;
export type MergeResult = Readonly<{
  state: MergeState;
  applied: Fields;
  before: Fields;
  conflicting: readonly string[];
  /** True when something else had changed meanwhile and both now stand. */
  merged: boolean;
}>;

export const emptyState: MergeState = { fields: {}, versions: {}, conflicts: {} };

/**
 * Merge per field (architecture §2): a field that somebody else set since the author's base, to another value, is a hard
 * conflict: the first accepted value stands, the other is kept as a candidate. Everything else applies.
 */
export function merge(state: MergeState, incoming: Incoming): MergeResult {
  const fields: Record<string, unknown> = { ...state.fields };
  const versions: Record<string, string> = { ...state.versions };
  const conflicts: Record<string, readonly Candidate[]> = { ...state.conflicts };
  const applied: Record<string, unknown> = {};
  const before: Record<string, unknown> = {};
  const conflicting: string[] = [];

  for (const [field, value] of Object.entries(incoming.fields)) {
    const current = versions[field] ?? null;
    const base = incoming.base[field] ?? null;
    const unseen = current !== null && current !== base && !sameValue(fields[field], value);
    if (unseen) {
      const others = (conflicts[field] ?? []).filter((candidate) => candidate.changeId !== base);
      const { changeId, authorId, madeAt } = incoming;
      conflicts[field] = [...others, { changeId, value, authorId, madeAt }];
      conflicting.push(field);
      continue;
    }
    // Its author gives in: the candidate they had seen as their own is no second opinion any more.
    const others = (conflicts[field] ?? []).filter((candidate) => candidate.changeId !== base);
    if (others.length > 0) conflicts[field] = others;
    else delete conflicts[field];
    before[field] = fields[field] ?? null;
    applied[field] = value;
    fields[field] = value;
    versions[field] = incoming.changeId;
  }
  const untouched = Object.entries(versions).some(
    ([field, version]) => !(field in incoming.fields) && version !== (incoming.base[field] ?? version),
  );
  return { state: { fields, versions, conflicts }, applied, before, conflicting, merged: untouched };
}

/**
 * A person decided: the value given stands and the candidates they saw are settled. What they had not seen, a value that
 * stood already or one that came meanwhile, is kept as in any merge. A base that names nothing means all was seen.
 */
export function resolve(state: MergeState, incoming: Incoming): MergeResult {
  const conflicts: Record<string, readonly Candidate[]> = { ...state.conflicts };
  const base: Record<string, string | null> = { ...incoming.base };
  for (const field of Object.keys(incoming.fields)) {
    const current = state.versions[field] ?? null;
    const open = unseenCandidates(state.conflicts[field] ?? [], incoming.base, field);
    if (open.length > 0) conflicts[field] = open;
    else delete conflicts[field];
    const seen = seenIn(incoming.base, field);
    if (seen.size === 0 || (current !== null && seen.has(current))) base[field] = current;
  }
  return merge({ ...state, conflicts }, { ...incoming, base });
}

type Base = Incoming["base"];

/** What somebody who decides says they saw: `field` is the standing value's change, `field.1`, `field.2` … the candidates'. */
export const seenBase = (field: string, { versions, conflicts }: MergeState): Base => ({
  [field]: versions[field] ?? null,
  ...Object.fromEntries((conflicts[field] ?? []).map(({ changeId }, at) => [`${field}.${at + 1}`, changeId])),
});

const seenIn = (base: Base, field: string): Set<string> =>
  new Set(
    Object.entries(base).flatMap(([key, id]) =>
      id !== null && (key === field || key.startsWith(`${field}.`)) ? [id] : [],
    ),
  );

/** The candidates of a field that a decision does not settle. */
export function unseenCandidates(candidates: readonly Candidate[], base: Base, field: string): Candidate[] {
  const seen = seenIn(base, field);
  return seen.size === 0 ? [] : candidates.filter(({ changeId }) => !seen.has(changeId));
}
