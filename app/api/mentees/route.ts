import { today } from "@/lib/clock";
import { menteeFileRows } from "@/lib/mentorship/mentee-file";
import { menteeRegister } from "@/lib/mentorship/queries";
import { route } from "@/lib/route";
import { fileAsked, tableFile } from "@/lib/table-file";

export const dynamic = "force-dynamic";

/** The mentees of a district with each step's score of every quarter; for those who read scores. */
export const GET = route("mentorship.read", async (actor, request) => {
  const asked = fileAsked(request);
  const register = await menteeRegister(actor, asked.query.district ?? null);
  const rows = menteeFileRows(register, { locale: asked.locale, on: today() });
  return tableFile("mentees", rows, asked);
});
