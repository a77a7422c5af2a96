import "server-only";
import type { Actor } from "@/lib/access/actor";
import { AppError } from "@/lib/errors";
import { importAnswer } from "./answer";
import { bodyOf, sniffed } from "./body";
import { bringIn } from "./jobs";
import { forgetImport } from "./stage-commands";
import type { ValueFormat } from "./value-row";
import { DataValuesQuery } from "./wire";

const formats: Readonly<Record<string, ValueFormat>> = {
  "application/json": "json",
  "application/xml": "xml",
  "text/xml": "xml",
  "application/adx+xml": "adx",
  "application/xml+adx": "adx",
  "application/csv": "csv",
  "text/csv": "csv",
};

/** The body is read while it arrives. A dry run leaves nothing behind; else values are written without a further question. */
export async function receiveValues(actor: Actor, request: Request): Promise<Response> {
  const type = (request.headers.get("content-type") ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
  const said = formats[type];
  if (type && !said) return unsupported(type);
  const asked = DataValuesQuery.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!asked.success)
    throw new AppError("invalid", { fields: asked.error.issues.map(({ path }) => path.join(".")) });
  const { format: found, bytes } = await sniffed(bodyOf(request));
  const format = said ?? found;
  if (format === "xlsx") return unsupported(format);
  const name = `${actor.displayName}.${format}`;
  const { importId, options } = await bringIn(
    actor,
    { name, via: "api", format, asked: asked.data, write: true },
    bytes,
  );
  const answer = await importAnswer(actor, importId, options.dryRun);
  if (options.dryRun) await forgetImport(actor, importId);
  return Response.json(answer, {
    status: answer.httpStatusCode,
    headers: { "cache-control": "no-store" },
  });
}

const unsupported = (type: string) =>
  Response.json(
    { error: { code: "invalid", details: { reason: "content_type", value: type } } },
    { status: 415 },
  );
