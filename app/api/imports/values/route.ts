import { bodyOf } from "@/lib/exchange/body";
import { bringIn } from "@/lib/exchange/jobs";
import { route } from "@/lib/route";

/** Takes a file of values as the request's body and answers with the import that says what it would do. */
export const POST = route("values.import", async (actor, request) => {
  const asked = Object.fromEntries(new URL(request.url).searchParams);
  const reading = { name: asked.name ?? "", via: "file", format: null, asked, write: false } as const;
  const { importId } = await bringIn(actor, reading, bodyOf(request));
  return Response.json({ importId });
});
