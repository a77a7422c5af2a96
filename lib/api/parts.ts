import { z } from "zod";

// Pieces that the paths of the document are made of.
export type Json = Record<string, unknown>;

/** As JSON Schema 2020-12, which OpenAPI 3.1 uses as it is. */
export const schemaOf = (type: z.ZodType): Json => {
  const { $schema: _, ...schema } = z.toJSONSchema(type, { io: "input", unrepresentable: "any" }) as Json;
  return schema;
};

export const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
export const json = (schema: Json) => ({ "application/json": { schema } });
export const body = (schema: Json, description?: string) => ({
  required: true,
  description,
  content: json(schema),
});
export const ok = (description: string, schema: Json = { type: "object" }) => ({
  200: { description, content: json(schema) },
});

const failure = (description: string, headers?: Json) => ({
  description,
  headers,
  content: json(ref("Failure")),
});
const retryAfter = {
  "Retry-After": { description: "Seconds until the next try", schema: { type: "integer" } },
};
const failures: Readonly<Record<string, Json>> = {
  401: failure("Not signed in, or the session is another person's than x-connect-user says"),
  403: failure("Not permitted; reason device_revoked: this phone was withdrawn"),
  404: failure("Not found, or not the reader's to know of"),
  415: failure("Neither JSON, XML, ADX nor CSV"),
  409: failure("Register the phone's key first, then send again"),
  413: failure("Too large: halve the batch"),
  422: failure("Not as described here"),
  429: failure("Too many requests", retryAfter),
  503: failure("Cannot be answered now", retryAfter),
};
export const failing = (...codes: number[]) =>
  Object.fromEntries(codes.map((code) => [code, failures[code]]));

export const parameter = (
  where: "query" | "path",
  name: string,
  schema: Json,
  required = where === "path",
) => ({
  name,
  in: where,
  required,
  schema,
});

export function queryOf(type: z.ZodType): Json[] {
  const { properties = {}, required = [] } = schemaOf(type) as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, schema]) =>
    parameter("query", name, schema, required.includes(name)),
  );
}
