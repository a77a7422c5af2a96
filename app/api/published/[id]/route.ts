import { tableFileRows } from "@/lib/published/file";
import { publishedTable } from "@/lib/published/queries";
import { viewOf } from "@/lib/published/view";
import { publishedWords } from "@/lib/published/words";
import { route } from "@/lib/route";
import { fileAnswer, fileAsked } from "@/lib/table-file";

/** A published table as its page shows it: `?format=csv|xlsx&locale=lo|en`. */
export const GET = route<{ id: string }>("published.read", async (actor, request, { id }) => {
  const { format, locale } = fileAsked(request);
  const [table, words] = await Promise.all([publishedTable(actor, id), publishedWords(locale)]);
  const { table: code, quarter, version } = table.publication;
  const rows = tableFileRows(viewOf(table), words);
  const name = `connect-${code}-${quarter}-v${version}`;
  return fileAnswer({ rows, format, name, sheet: words.t(`table.${code}`) });
});
