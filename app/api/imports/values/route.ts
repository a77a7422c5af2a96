import { bodyOf } from "@/lib/exchange/body";
import { judgeImport } from "@/lib/exchange/import-commands";
import { stageUpload } from "@/lib/exchange/upload-commands";
import { route } from "@/lib/route";

/** Takes a file of values as the request's body and answers with the import that says what it would do. */
export const POST = route("values.import", async (actor, request) => {
  const asked = Object.fromEntries(new URL(request.url).searchParams);
  const { importId } = await stageUpload(actor, { name: asked.name ?? "", asked, body: bodyOf(request) });
  await judgeImport(actor, importId);
  return Response.json({ importId });
});
