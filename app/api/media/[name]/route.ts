import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { Readable } from "node:stream";
import { z } from "zod";
import { AppError } from "@/lib/errors";
import { storePhoto } from "@/lib/media/commands";
import { photoFile } from "@/lib/media/queries";
import { mediaLimits } from "@/lib/media/schema";
import { isPhotoSize } from "@/lib/media/sizes";
import { route } from "@/lib/route";

const PhotoId = z.uuid();
const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

type Params = { name: string };

/** `PUT /api/media/<sha256>?photo=<record id>`: the raw bytes of a photo whose record has been sent. */
export const PUT = route<Params>("workshop.record", async (actor, request, { name }) => {
  const sha256 = Sha256.safeParse(name);
  const photoId = PhotoId.safeParse(new URL(request.url).searchParams.get("photo"));
  if (!sha256.success || !photoId.success) throw new AppError("invalid", { field: "address" });
  if (Number(request.headers.get("content-length") ?? 0) > mediaLimits.bytes) throw new AppError("too_large");
  const answer = await storePhoto(actor, { photoId: photoId.data, sha256: sha256.data, body: request.body });
  return Response.json(answer, { headers: { "cache-control": "no-store" } });
});

/** `GET /api/media/<record id>?size=thumb|screen|full`. */
export const GET = route<Params>("record.read", async (actor, request, { name }) => {
  const photoId = PhotoId.safeParse(name);
  const size = new URL(request.url).searchParams.get("size") ?? "full";
  if (!photoId.success || !isPhotoSize(size)) throw new AppError("not_found");
  const file = await photoFile(actor, photoId.data, size);
  const headers = {
    // Asked again every time, so that a withdrawn right takes effect; a sensitive picture is not kept at all.
    "cache-control": file.sensitive ? "no-store" : "private, no-cache",
    etag: `"${file.tag}"`,
    "content-type": file.type,
    "content-disposition": `inline; filename="photo.${file.type.slice(6)}"`,
    "content-security-policy": "default-src 'none'; sandbox",
    "x-content-type-options": "nosniff",
    "cross-origin-resource-policy": "same-origin",
    vary: "cookie",
  };
  if (!file.sensitive && request.headers.get("if-none-match") === headers.etag) {
    return new Response(null, { status: 304, headers });
  }
  const { size: length } = await stat(file.path);
  const body = Readable.toWeb(createReadStream(file.path)) as ReadableStream<Uint8Array>;
  return new Response(body, { headers: { ...headers, "content-length": String(length) } });
});
