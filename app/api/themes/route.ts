import { route } from "@/lib/route";
import { fileAsked, tableFile } from "@/lib/table-file";
import { themesAsked } from "@/lib/themes/asked";
import { themesOf } from "@/lib/themes/queries";
import { themeFileRows } from "@/lib/themes/theme-file";
import { themeWords } from "@/lib/themes/words";

export const dynamic = "force-dynamic";

/** What the page of themes counts for the same address: `?format=csv|xlsx&locale=lo|en`. */
export const GET = route("record.read", async (actor, request) => {
  const asked = fileAsked(request);
  const chosen = themesAsked(asked.query);
  const [themes, words] = await Promise.all([themesOf(actor, chosen), themeWords(asked.locale)]);
  const name = `themes-${themes.path.at(-1)?.code ?? "all"}`;
  return tableFile(name, themeFileRows(themes, chosen, words), asked);
});
