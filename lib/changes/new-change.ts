import type { FieldsOf, RecordType } from "./registry";
import type { Change, Operation } from "./schema";
import { uuidv7 } from "./uuid";

type NewChange<T extends RecordType> = Readonly<{
  type: T;
  operation?: Operation;
  /** The record; a new one when left out. */
  subject?: string;
  /** Village (or district) the record belongs to; null for programme-wide records. */
  place: string | null;
  fields?: Partial<FieldsOf<T>>;
  /** Per field, the change the author saw last; left out fields count as unseen. */
  base?: Readonly<Record<string, string | null>>;
  device?: string | null;
  why?: string | null;
  madeAt: Date;
}>;

export function newChange<T extends RecordType>(input: NewChange<T>): Change {
  return {
    id: uuidv7(input.madeAt.getTime()),
    kind: `${input.type}.${input.operation ?? "record"}`,
    subject: input.subject ?? uuidv7(input.madeAt.getTime()),
    place: input.place,
    fields: Object.fromEntries(Object.entries(input.fields ?? {}).filter(([, value]) => value !== undefined)),
    base: { ...input.base },
    madeAt: input.madeAt.toISOString(),
    device: input.device ?? null,
    ...(input.why ? { why: input.why } : {}),
  };
}
