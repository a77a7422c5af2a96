import { open, stat } from "node:fs/promises";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { byteRange } from "@/lib/maps/byte-range";
import { route } from "@/lib/route";

/** The operator's PMTiles file (`BASEMAP_PMTILES`), in the ranges that the reader asks for; 404 when there is none. */
const serve = route(null, async (_actor, request) => {
  const path = env().BASEMAP_PMTILES;
  const file = path && (await stat(path).catch(() => null));
  if (!path || !file) throw new AppError("not_found");
  const headers = {
    "accept-ranges": "bytes",
    "cache-control": "private, max-age=86400",
    "content-type": "application/octet-stream",
    etag: `"${file.size}-${Math.round(file.mtimeMs)}"`,
  };
  if (request.method === "HEAD") {
    return new Response(null, { headers: { ...headers, "content-length": String(file.size) } });
  }
  const range = byteRange(request.headers.get("range"), file.size);
  if (!range)
    return new Response(null, { status: 416, headers: { "content-range": `bytes */${file.size}` } });
  const bytes = Buffer.alloc(range.end - range.start + 1);
  const handle = await open(path, "r");
  await handle.read(bytes, 0, bytes.length, range.start).finally(() => handle.close());
  const part = {
    "content-range": `bytes ${range.start}-${range.end}/${file.size}`,
    "content-length": String(bytes.length),
  };
  return new Response(bytes, { status: 206, headers: { ...headers, ...part } });
});

export { serve as GET, serve as HEAD };
