import { z } from "zod";
import type { Fields } from "./merge";

/**
 * Fields whose names are data: `value.ANC1` of a monthly report. Each merges as a field of its own; all of them lie
 * in one JSON column of the record's table, under their name without the prefix.
 */
export type Entries = Readonly<{ prefix: string; name: RegExp; value: z.ZodType; column: string }>;

/** A record's fields that the schema names, and beside them the entries by their bare name. */
export function splitEntries(
  fields: Fields,
  entries: Entries | undefined,
): { plain: Fields; listed: Fields } {
  if (!entries) return { plain: fields, listed: {} };
  const { prefix } = entries;
  const all = Object.entries(fields);
  const listed = all.filter(([name]) => name.startsWith(prefix));
  return {
    plain: Object.fromEntries(all.filter(([name]) => !name.startsWith(prefix))),
    listed: Object.fromEntries(listed.map(([name, value]) => [name.slice(prefix.length), value])),
  };
}

export const withPrefix = (listed: Fields, { prefix }: Entries): Fields =>
  Object.fromEntries(Object.entries(listed).map(([name, value]) => [`${prefix}${name}`, value]));

export const entriesSchema = ({ name, value }: Entries) => z.record(z.string().regex(name), value);
