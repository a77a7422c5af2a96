import { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { AppError } from "@/lib/errors";
import { storePhoto, storePhotoPart, uploadState } from "@/lib/media/commands";
import { partRange } from "@/lib/media/parts";
import { photoFile } from "@/lib/media/queries";
import { mediaLimits } from "@/lib/media/schema";
import { isPhotoSize } from "@/lib/media/sizes";
import { route } from "@/lib/route";
import { countRequest } from "@/lib/sync/request";

const PhotoId = z.uuid();
const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

type Params = { name: string };

function named(request: Request, name: string): { photoId: string; sha256: string } {
  const sha256 = Sha256.safeParse(name);
  const photoId = PhotoId.safeParse(new URL(request.url).searchParams.get("photo"));
  if (!sha256.success || !photoId.success) throw new AppError("invalid", { field: "address" });
  return { photoId: photoId.data, sha256: sha256.data };
}

/**
 * `PUT /api/media/<sha256>?photo=<record id>`: the raw bytes of a photo whose record has been sent; with `Content-Range`
 * one part of them, answered with how many bytes are here.
 */
export const PUT = route<Params>("workshop.record", async (actor, request, { name }) => {
  await countRequest(actor, request, "media");
  const upload = { ...named(request, name), body: request.body };
  const range = partRange(request.headers.get("content-range"));
  if (Number(request.headers.get("content-length") ?? 0) > mediaLimits.bytes) throw new AppError("too_large");
  const answer = range ? await storePhotoPart(actor, { ...upload, range }) : await storePhoto(actor, upload);
  const status = answer.status === "partial" ? 202 : 200;
  return Response.json(answer, { status, headers: { "cache-control": "no-store" } });
});

/**
 * `GET /api/media/<record id>?size=thumb|screen|full`: the picture.
 * `GET /api/media/<sha256>?photo=<record id>`: how many bytes of it are here.
 */
export const GET = route<Params>("record.read", async (actor, request, { name }) => {
  if (!new URL(request.url).searchParams.has("photo")) return picture(actor, request, name);
  await countRequest(actor, request, "media");
  const state = await uploadState(actor, named(request, name));
  return Response.json(state, { headers: { "cache-control": "no-store" } });
});

async function picture(actor: Actor, request: Request, name: string): Promise<Response> {
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
  const { length, body } = await file.open();
  return new Response(body, { headers: { ...headers, "content-length": String(length) } });
}
