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

/** A person decided: the value given stands and the field's candidates are settled. */
export function resolve(state: MergeState, incoming: Incoming): MergeResult {
  const conflicts = { ...state.conflicts };
  for (const field of Object.keys(incoming.fields)) delete conflicts[field];
  const base = Object.fromEntries(
    Object.keys(incoming.fields).map((field) => [field, state.versions[field] ?? null]),
  );
  return merge({ ...state, conflicts }, { ...incoming, base });
}
