import { AppError } from "@/lib/errors";
import { entriesSchema, splitEntries, withPrefix } from "./entries";
import type { Fields } from "./merge";
import { definitionOf, isRecordType, type RecordType } from "./registry";
import { Change, changeLimits, typeOf } from "./schema";

export function parseEnvelope(input: unknown): { change: Change; type: RecordType } {
  if (JSON.stringify(input ?? null).length > changeLimits.bytes) throw new AppError("too_large");
  const parsed = Change.safeParse(input);
  if (!parsed.success) throw new AppError("invalid", { issues: issuesOf(parsed.error) });
  const type = typeOf(parsed.data.kind);
  if (!isRecordType(type)) throw new AppError("invalid", { field: "kind", value: type });
  return { change: parsed.data, type };
}

/** The fields a change sets, each parsed on its own rule; unknown fields are refused, not ignored. */
export function parseFields(type: RecordType, fields: Fields, creating: boolean): Fields {
  const { fields: shape, contradiction, entries } = definitionOf(type);
  const { plain, listed } = splitEntries(fields, entries);
  const schema = shape.strict();
  const parsed = (creating ? schema : schema.partial()).safeParse(plain);
  if (!parsed.success) throw new AppError("invalid", { issues: issuesOf(parsed.error) });
  const field = contradiction?.(parsed.data as Fields);
  if (field) throw new AppError("invalid", { field, reason: "contradiction" });
  if (!entries) return parsed.data as Fields;
  const values = entriesSchema(entries).safeParse(listed);
  if (!values.success) throw new AppError("invalid", { issues: issuesOf(values.error, entries.prefix) });
  return { ...(parsed.data as Fields), ...withPrefix(values.data as Fields, entries) };
}

type Issue = { path: PropertyKey[]; code?: string; message: string };
const issuesOf = (error: { issues: Issue[] }, prefix = "") =>
  error.issues
    .slice(0, 20)
    .map(({ path, code, message }) => ({ field: prefix + path.map(String).join("."), code, message }));
