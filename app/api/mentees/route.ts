import { z } from "zod";
import { today } from "@/lib/clock";
import { AppError } from "@/lib/errors";
import { locales } from "@/lib/i18n/routing";
import { menteesCsv } from "@/lib/mentorship/mentees-csv";
import { menteeRegister } from "@/lib/mentorship/queries";
import { route } from "@/lib/route";

const Query = z.object({ district: z.string().max(40).optional(), locale: z.enum(locales).default("lo") });

/** The mentees of a district with each step's score of every quarter, as CSV; for those who read scores. */
export const GET = route("mentorship.read", async (actor, request) => {
  const query = Query.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!query.success) throw new AppError("invalid", { field: "locale" });
  const { district = null, locale } = query.data;
  const register = await menteeRegister(actor, district);
  const name = `connect-mentees-${register.area.code ?? register.area.id}-${today()}.csv`;
  return new Response(menteesCsv(register, { locale, on: today() }), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${name}"`,
      "cache-control": "no-store",
    },
  });
});
