import "server-only";
import { AppError } from "@/lib/errors";
import type { Bytes } from "./decode";
import { fileLimits } from "./limits";
import { formatOf } from "./read-values";
import type { ValueFormat } from "./value-row";

/** A request's body as it arrives; too much of it is refused before it is taken. */
export async function* bodyOf(request: Request): AsyncGenerator<Uint8Array> {
  if (Number(request.headers.get("content-length") ?? 0) > fileLimits.bytes)
    throw new AppError("too_large", { reason: "too_large" });
  if (!request.body) return;
  let bytes = 0;
  for await (const piece of request.body as unknown as AsyncIterable<Uint8Array>) {
    bytes += piece.byteLength;
    if (bytes > fileLimits.bytes) throw new AppError("too_large", { reason: "too_large" });
    yield piece;
  }
}

const enough = 2000;

/** The format by the first bytes, and all the bytes again. */
export async function sniffed(body: Bytes): Promise<{ format: ValueFormat | "xlsx"; bytes: Bytes }> {
  const pieces = each(body);
  const first: Uint8Array[] = [];
  let size = 0;
  while (size < enough) {
    const { value, done } = await pieces.next();
    if (done) break;
    first.push(value);
    size += value.byteLength;
  }
  const beginning = new TextDecoder().decode(Buffer.concat(first).subarray(0, enough));
  async function* again() {
    yield* first;
    for (let next = await pieces.next(); !next.done; next = await pieces.next()) yield next.value;
  }
  return { format: beginning.startsWith("PK") ? "xlsx" : formatOf(beginning), bytes: again() };
}

async function* each(body: Bytes): AsyncGenerator<Uint8Array> {
  yield* body;
}
