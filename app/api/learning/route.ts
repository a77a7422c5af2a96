import { whatWorked } from "@/lib/learning/queries";
import { learningFileRows, learningWords } from "@/lib/learning/words";
import { route } from "@/lib/route";
import { fileAsked, tableFile } from "@/lib/table-file";

export const dynamic = "force-dynamic";

/** What worked, as the page shows it for the same address. */
export const GET = route("record.read", async (actor, request) => {
  const asked = fileAsked(request);
  const learning = await whatWorked(actor, asked.query);
  return tableFile("learning", learningFileRows(learning, await learningWords(asked.locale)), asked);
});
