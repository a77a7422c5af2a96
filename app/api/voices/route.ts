import { reviewedPlace } from "@/lib/districts/choose";
import { placeName } from "@/lib/i18n/place-name";
import { route } from "@/lib/route";
import { fileAsked, tableFile } from "@/lib/table-file";
import { voicesOfDistrict } from "@/lib/voices/queries";
import { voiceFileRows } from "@/lib/voices/voice-file";

export const dynamic = "force-dynamic";

/** What villagers answered in a district, moderated words only: `?district=&format=csv|xlsx&locale=lo|en`. */
export const GET = route("voice.moderate", async (actor, request) => {
  const asked = fileAsked(request);
  const district = await reviewedPlace(actor, asked.query.district, "voice.moderate");
  const voices = await voicesOfDistrict(actor, district.id);
  const about = { locale: asked.locale, district: placeName(district, asked.locale) };
  return tableFile("voices", await voiceFileRows(voices, about), asked);
});
