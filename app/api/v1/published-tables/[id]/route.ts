import { sessionOrToken } from "@/lib/api/session-or-token";
import { tableJson } from "@/lib/published/file";
import { publishedTable } from "@/lib/published/queries";
import { viewOf } from "@/lib/published/view";
import { publishedWords } from "@/lib/published/words";

/** One published table, hidden where its page hides; words in English. */
export const GET = sessionOrToken<{ id: string }>("published.read", async (actor, _request, { id }) => {
  const [table, words] = await Promise.all([publishedTable(actor, id), publishedWords("en")]);
  return Response.json(tableJson(viewOf(table), words), { headers: { "cache-control": "no-store" } });
});
