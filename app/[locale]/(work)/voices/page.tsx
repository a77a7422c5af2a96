import { DistrictChoice } from "@/components/districts/district-choice";
import { VoicesView } from "@/components/voices/voices-view";
import { requireActor } from "@/lib/access/session";
import { reviewedDistrict } from "@/lib/districts/choose";
import { voicesOfDistrict } from "@/lib/voices/queries";
import { Frame } from "../frame";

type Props = { searchParams: Promise<{ district?: string }> };

export default async function VoicesPage({ searchParams }: Props) {
  const actor = await requireActor("voice.moderate");
  const asked = (await searchParams).district;
  const { districts, district } = await reviewedDistrict(actor, asked, "voice.moderate");
  return (
    <Frame actor={actor} active="voices">
      {district ? (
        <VoicesView voices={await voicesOfDistrict(actor, district.id)} district={district.id} />
      ) : (
        <DistrictChoice districts={districts} to="/voices" />
      )}
    </Frame>
  );
}
