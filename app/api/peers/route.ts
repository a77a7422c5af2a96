import { peerLinksFor } from "@/lib/peers/queries";
import { peerFileRows, peerWords } from "@/lib/peers/words";
import { problemCategories } from "@/lib/problems/schema";
import { route } from "@/lib/route";
import { fileAsked, tableFile } from "@/lib/table-file";

export const dynamic = "force-dynamic";

/** Who guides whom, as the page shows it for the same address. */
export const GET = route("record.read", async (actor, request) => {
  const asked = fileAsked(request);
  const theme = problemCategories.find((one) => one === asked.query.theme) ?? null;
  const lines = await peerLinksFor(actor, theme);
  return tableFile("peers", peerFileRows(lines, theme, await peerWords(asked.locale)), asked);
});
