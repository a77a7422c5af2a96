import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { FacilitiesView } from "@/components/mentorship/facilities-view";
import { EmptyState } from "@/components/ui/empty-state";
import { pageRead } from "@/lib/access/page-read";
import { requireActor } from "@/lib/access/session";
import { today } from "@/lib/clock";
import { lastFullMonth } from "@/lib/indicators/months";
import { facilitiesPage } from "@/lib/mentorship/queries";
import { Frame } from "../../frame";

type Props = { searchParams: Promise<{ district?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("mentees.readiness"))("head") };
}

/** Coverage, readiness and what changed in each facility; no person is named. */
export default async function MenteeFacilitiesPage({ searchParams }: Props) {
  const actor = await requireActor("mentorship.summary");
  const page = await pageRead(facilitiesPage(actor, (await searchParams).district ?? null));
  const t = await getTranslations("mentees");
  return (
    <Frame actor={actor} active="mentees">
      {page ? (
        <FacilitiesView page={page} newest={lastFullMonth(today())} />
      ) : (
        <EmptyState title={t("noneAnywhere")} why={t("noneAnywhereWhy")} />
      )}
    </Frame>
  );
}
