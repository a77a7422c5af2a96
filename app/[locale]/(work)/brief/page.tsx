import { getLocale, getTranslations } from "next-intl/server";
import { BriefSheet } from "@/components/districts/brief-sheet";
import { DistrictChoice } from "@/components/districts/district-choice";
import { KeepPage } from "@/components/shell/keep-page";
import { PrintButton } from "@/components/ui/print-button";
import { requireActor } from "@/lib/access/session";
import { now, today } from "@/lib/clock";
import { reviewedDistrict } from "@/lib/districts/choose";
import { districtReview } from "@/lib/districts/queries";
import { formatDateTime } from "@/lib/i18n/format";
import { Frame } from "../frame";

type Props = { searchParams: Promise<{ district?: string }> };

export default async function BriefPage({ searchParams }: Props) {
  const actor = await requireActor("district.review");
  const { districts, district } = await reviewedDistrict(actor, (await searchParams).district);
  const [locale, t] = [await getLocale(), await getTranslations("districts.brief")];
  return (
    <Frame actor={actor} active="brief">
      {district ? (
        <>
          <KeepPage reader={actor.userId} />
          <p className="noprint mb-4">
            <PrintButton>{t("print")}</PrintButton>
          </p>
          <BriefSheet
            district={district}
            review={await districtReview(actor, district.id)}
            today={today()}
            receivedUntil={formatDateTime(now(), locale)}
          />
        </>
      ) : (
        <DistrictChoice districts={districts} to="/brief" />
      )}
    </Frame>
  );
}
