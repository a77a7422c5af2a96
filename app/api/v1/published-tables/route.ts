import { sessionOrToken } from "@/lib/api/session-or-token";
import { publications } from "@/lib/published/queries";

/** Every published table by its newest version, withdrawn ones with the reason. */
export const GET = sessionOrToken("published.read", async (actor) =>
  Response.json({ tables: await publications(actor) }, { headers: { "cache-control": "no-store" } }),
);
