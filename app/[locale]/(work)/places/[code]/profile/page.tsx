import { randomUUID } from "node:crypto";
import { getLocale, getTranslations } from "next-intl/server";
import { CatchmentCard } from "@/components/places/catchment-card";
import { CatchmentForm } from "@/components/places/catchment-form";
import { EndCatchmentForm } from "@/components/places/end-catchment-form";
import { ProfileForm } from "@/components/places/profile-form";
import { ProfileList } from "@/components/places/profile-list";
import { ClientMessages } from "@/components/shell/client-messages";
import { PageHeader } from "@/components/ui/page-header";
import { can } from "@/lib/access/can";
import { pageRead } from "@/lib/access/page-read";
import { requireActor } from "@/lib/access/session";
import { today } from "@/lib/clock";
import { placeName } from "@/lib/i18n/place-name";
import { profilePage } from "@/lib/places/profile-queries";
import { whereaboutsOfHead } from "@/lib/villages/place-head";
import { ageBands } from "@/lib/workshops/vocabularies";
import { PlaceFrame } from "../place-frame";

type Props = { params: Promise<{ code: string }> };

export default async function ProfilePage({ params }: Props) {
  const actor = await requireActor();
  const { head, ...known } = await pageRead(profilePage(actor, decodeURIComponent((await params).code)));
  const here = whereaboutsOfHead(head);
  const [locale, t] = [await getLocale(), await getTranslations("places.profile")];
  const age = await getTranslations("workshops.age");
  const option = (one: { id: string; nameLo: string; nameEn: string }) => ({
    value: one.id,
    label: placeName(one, locale),
  });
  const open = known.catchments.find(({ validTo }) => validTo === null);
  return (
    <PlaceFrame actor={actor} head={head}>
      <PageHeader title={t("title", { place: placeName(head, locale) })} lead={t("lead")} />
      <div className="stack">
        <ProfileList {...known} />
        <CatchmentCard catchments={known.catchments} />
        <ClientMessages domains={["places"]}>
          {can(actor, "catchment.record", here) && (
            <>
              <CatchmentForm villageId={head.id} facilities={known.facilities.map(option)} today={today()} />
              {open && (
                <EndCatchmentForm
                  villageId={head.id}
                  catchmentId={open.id}
                  facility={placeName(open, locale)}
                  today={today()}
                />
              )}
            </>
          )}
          {can(actor, "profile.record", here) && (
            <ProfileForm
              villageId={head.id}
              subject={randomUUID()}
              today={today()}
              groups={known.groups.map(option)}
              languages={known.languages.map(option)}
              ages={ageBands.map((value) => ({ value, label: age(value) }))}
            />
          )}
        </ClientMessages>
      </div>
    </PlaceFrame>
  );
}
