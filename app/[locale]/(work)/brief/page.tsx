import { getLocale, getTranslations } from "next-intl/server";
import { BriefSheet } from "@/components/attention/brief-sheet";
import { DistrictChoice } from "@/components/districts/district-choice";
import { KeepPage } from "@/components/shell/keep-page";
import { PrintButton } from "@/components/ui/print-button";
import { requireActor } from "@/lib/access/session";
import { watchedDistrict } from "@/lib/attention/queries";
import { now, today } from "@/lib/clock";
import { reviewedDistrict } from "@/lib/districts/choose";
import { formatDateTime } from "@/lib/i18n/format";
import { Frame } from "../frame";

type Props = { searchParams: Promise<{ district?: string }> };

export default async function BriefPage({ searchParams }: Props) {
  const actor = await requireActor("district.review");
  const { districts, district } = await reviewedDistrict(actor, (await searchParams).district);
  const [locale, t] = [await getLocale(), await getTranslations("districts.brief")];
  const watched = district && (await watchedDistrict(actor, district.id));
  return (
    <Frame actor={actor} active="brief">
      {district && watched ? (
        <>
          <KeepPage reader={actor.userId} district={district.code ?? district.id} />
          <p className="noprint mb-4">
            <PrintButton>{t("print")}</PrintButton>
          </p>
          <BriefSheet
            district={district}
            watched={watched}
            open={watched.attention.open}
            given={{
              today: today(),
              villages: watched.review.villages,
              facilities: watched.watch.facilities,
            }}
            receivedUntil={formatDateTime(now(), locale)}
          />
        </>
      ) : (
        <DistrictChoice districts={districts} to="/brief" />
      )}
    </Frame>
  );
}
