import { derivedId } from "./derived-id";
import type { Fields } from "./merge";
import { definitionOf, type RecordType } from "./registry";

/** The id a record must have when it follows from what the record is about; undefined when any will do. */
export async function identityOf(type: RecordType, fields: Fields): Promise<string | undefined> {
  const { identity } = definitionOf(type);
  return identity && derivedId(type, ...identity.map((name) => String(fields[name])));
}
