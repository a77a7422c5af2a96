import { today } from "@/lib/clock";
import { route } from "@/lib/route";
import { fileAsked, tableFile } from "@/lib/table-file";
import { villageTrust } from "@/lib/trust/queries";
import { villageTrustRows } from "@/lib/trust/trust-file";

/** What the village's page of trust shows: `?format=csv|xlsx`. */
export const GET = route<{ code: string }>("trust.read", async (actor, request, { code }) => {
  const asked = fileAsked(request);
  const trust = await villageTrust(actor, code);
  return tableFile(`trust-${trust.head.code ?? "village"}`, villageTrustRows(trust, today()), asked);
});
