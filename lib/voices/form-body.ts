const most = 8_000;

/** A small form as it was sent; null when it is something else, too long, or sent from another site's page. */
export async function formOf(request: Request): Promise<Record<string, string> | null> {
  const from = request.headers.get("sec-fetch-site");
  if (from !== null && from !== "same-origin") return null;
  if (!request.headers.get("content-type")?.startsWith("application/x-www-form-urlencoded")) return null;
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of (request.body ?? []) as AsyncIterable<Uint8Array>) {
    bytes += piece.byteLength;
    if (bytes > most) return null;
    pieces.push(piece);
  }
  return Object.fromEntries(new URLSearchParams(Buffer.concat(pieces).toString("utf8")));
}
