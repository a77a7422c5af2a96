import { z } from "zod";
import { AppError } from "@/lib/errors";
import { exportMap, importMapFile } from "@/lib/maps/commands";
import { exchangeLimits } from "@/lib/maps/exchange/feature";
import { contentTypes, isFileFormat } from "@/lib/maps/file-formats";
import { route } from "@/lib/route";

type Params = { id: string };
const Id = z.uuid();

/** `GET /api/maps/<id>?format=geojson|kml|gpx[&sensitive=1]`: the map as a file. */
export const GET = route<Params>("record.read", async (actor, request, { id }) => {
  const query = new URL(request.url).searchParams;
  const format = query.get("format") ?? "geojson";
  const mapId = Id.safeParse(id);
  if (!mapId.success || !isFileFormat(format)) throw new AppError("not_found");
  const withSensitive = query.get("sensitive") === "1";
  const file = await exportMap(actor, { mapId: mapId.data, format, withSensitive });
  return new Response(file.text, {
    headers: {
      "content-type": `${contentTypes[format]}; charset=utf-8`,
      "content-disposition": `attachment; filename="map-${mapId.data.slice(0, 8)}.${format}"`,
      "cache-control": "no-store",
      "x-connect-written": String(file.written),
      "x-connect-left-out": `${file.leftOut.sensitive} sensitive, ${file.leftOut.sketch} without coordinates`,
    },
  });
});

/** `POST /api/maps/<id>?format=…&upload=<UUIDv7>`: the features of a file; answers with what was added and what was not. */
export const POST = route<Params>("workshop.record", async (actor, request, { id }) => {
  const query = new URL(request.url).searchParams;
  const format = query.get("format") ?? "";
  const [mapId, upload] = [Id.safeParse(id), z.uuidv7().safeParse(query.get("upload"))];
  if (!mapId.success || !upload.success || !isFileFormat(format))
    throw new AppError("invalid", { field: "address" });
  const text = await limitedText(request);
  const report = await importMapFile(actor, { mapId: mapId.data, format, text, id: upload.data });
  return Response.json(report, { headers: { "cache-control": "no-store" } });
});

/** Lao takes three bytes a letter; a file longer than the reader accepts is not read to its end. */
async function limitedText(request: Request): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  for await (const chunk of request.body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > exchangeLimits.characters) throw new AppError("too_large", { refused: "too_large" });
  }
  return text + decoder.decode();
}
