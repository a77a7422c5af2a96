import { bodyOf, sniffed } from "@/lib/exchange/body";
import { judgeImport } from "@/lib/exchange/import-commands";
import { stageFile } from "@/lib/exchange/stage-commands";
import { route } from "@/lib/route";

/** Takes a file of values as the request's body and answers with the import that says what it would do. */
export const POST = route("values.import", async (actor, request) => {
  const asked = Object.fromEntries(new URL(request.url).searchParams);
  const { format, bytes } = await sniffed(bodyOf(request));
  const file = { name: asked.name ?? format, via: "file", format, bytes, asked } as const;
  const { importId } = await stageFile(actor, file);
  await judgeImport(actor, importId);
  return Response.json({ importId });
});
