import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { recordTypes } from "@/lib/changes/registry";
import { samples } from "@/lib/changes/samples";
import { Change } from "@/lib/changes/schema";
import { DeviceRequest, PhoneReport, RecoveryRequest } from "@/lib/sync/wire";
import { openApi } from "./openapi";
import { schemaOf } from "./parts";

const document = openApi();
const methods = ["get", "put", "post", "patch", "delete"];

/** `POST /api/sync` and the like, as the code has them. */
function routesInCode(): string[] {
  return globSync("app/api/{sync,media,field,v1/data-values,v1/published-tables}/**/route.ts").flatMap(
    (file) => {
      const address = file.slice("app".length, -"/route.ts".length).replace(/\[(\w+)\]/g, "{$1}");
      const exported = readFileSync(file, "utf8").matchAll(
        /export (?:const|async function|function) ([A-Z]+)\b/g,
      );
      return [...exported].map(([, method]) => `${method} ${address}`);
    },
  );
}

test("names every address that phones and other systems use, and none that is not there", () => {
  const named = Object.entries(document.paths).flatMap(([address, operations]) =>
    Object.keys(operations).map((method) => `${method.toUpperCase()} ${address}`),
  );
  expect(named.sort()).toEqual(routesInCode().sort());
});

test("says what the schemas check", () => {
  const { schemas } = document.components;
  expect(schemas.Change).toEqual(schemaOf(Change));
  expect(schemas.DeviceRequest).toEqual(schemaOf(DeviceRequest));
  expect(schemas.PhoneReport).toEqual(schemaOf(PhoneReport));
  expect(schemas.RecoveryRequest).toEqual(schemaOf(RecoveryRequest));
  for (const type of Object.keys(recordTypes)) {
    const { properties = {}, patternProperties = {} } = (schemas[`fields.${type}`] ?? {}) as Record<
      string,
      object
    >;
    const listed = (field: string) =>
      Object.keys(patternProperties).some((name) => new RegExp(name).test(field));
    const ids = new Proxy({}, { get: () => "00000000-0000-4000-8000-000000000000" });
    const sample = samples[type as keyof typeof samples](ids as Record<string, string>);
    const named = Object.keys(sample).filter((field) => !listed(field));
    for (const field of named) expect(Object.keys(properties), type).toContain(field);
  }
});

test("every reference leads somewhere, and every operation says what it answers", () => {
  const text = JSON.stringify(document);
  for (const [, name] of text.matchAll(/#\/components\/schemas\/([^"]+)"/g))
    expect(Object.keys(document.components.schemas)).toContain(name);
  for (const operations of Object.values(document.paths))
    for (const [method, operation] of Object.entries(operations)) {
      expect(methods).toContain(method);
      expect(Object.keys((operation as { responses: object }).responses)).toContain("200");
    }
  for (const method of ["post", "get"] as const) {
    const operation = document.paths["/api/sync"]?.[method];
    const { responses = {} } = (operation ?? {}) as { responses?: Record<string, { headers?: object }> };
    expect(responses[429]?.headers).toHaveProperty("Retry-After");
  }
});
