import { AppError } from "@/lib/errors";
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
  const { fields: shape, contradiction } = definitionOf(type);
  const schema = shape.strict();
  const parsed = (creating ? schema : schema.partial()).safeParse(fields);
  if (!parsed.success) throw new AppError("invalid", { issues: issuesOf(parsed.error) });
  const field = contradiction?.(parsed.data as Fields);
  if (field) throw new AppError("invalid", { field, reason: "contradiction" });
  return parsed.data as Fields;
}

type Issue = { path: PropertyKey[]; code?: string; message: string };
const issuesOf = (error: { issues: Issue[] }) =>
  error.issues
    .slice(0, 20)
    .map(({ path, code, message }) => ({ field: path.map(String).join("."), code, message }));
