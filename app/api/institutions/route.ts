import { today } from "@/lib/clock";
import { institutionFileRows } from "@/lib/money/institution-file";
import { institutionRegister } from "@/lib/money/institution-queries";
import { route } from "@/lib/route";
import { fileAsked, tableFile } from "@/lib/table-file";

export const dynamic = "force-dynamic";

/** Institutions with their successors, and agreements: `?format=csv|xlsx&locale=lo|en`. */
export const GET = route("rollout.read", async (actor, request) => {
  const asked = fileAsked(request);
  const register = await institutionRegister(actor);
  const rows = await institutionFileRows(register, { locale: asked.locale, on: today() });
  return tableFile("institutions", rows, asked);
});
