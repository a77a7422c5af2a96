import { networkFileRows } from "@/lib/peers/network-file";
import { networksFor } from "@/lib/peers/network-queries";
import { route } from "@/lib/route";
import { fileAsked, tableFile } from "@/lib/table-file";

export const dynamic = "force-dynamic";

/** The register of messaging groups: `?format=csv|xlsx&locale=lo|en`. */
export const GET = route("record.read", async (actor, request) => {
  const asked = fileAsked(request);
  return tableFile("groups", await networkFileRows(await networksFor(actor), asked.locale), asked);
});
