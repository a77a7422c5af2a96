import { today } from "@/lib/clock";
import { facilityFileRows } from "@/lib/mentorship/facility-file";
import { facilitiesPage } from "@/lib/mentorship/queries";
import { route } from "@/lib/route";
import { fileAsked, tableFile } from "@/lib/table-file";

export const dynamic = "force-dynamic";

/** Readiness, coverage and outcomes of a district's facilities, as the page shows them. */
export const GET = route("mentorship.summary", async (actor, request) => {
  const asked = fileAsked(request);
  const page = await facilitiesPage(actor, asked.query.district ?? null);
  return tableFile("facilities", facilityFileRows(page, { locale: asked.locale, on: today() }), asked);
});
