import { randomUUID } from "node:crypto";
import { forbidden, notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { CatchmentCard } from "@/components/places/catchment-card";
import { CatchmentForm } from "@/components/places/catchment-form";
import { ProfileForm } from "@/components/places/profile-form";
import { ProfileList } from "@/components/places/profile-list";
import { ClientMessages } from "@/components/shell/client-messages";
import { PageHeader } from "@/components/ui/page-header";
import { can } from "@/lib/access/can";
import { requireActor } from "@/lib/access/session";
import { today } from "@/lib/clock";
import { placeName } from "@/lib/i18n/place-name";
import { catchmentsOf, facilitiesNear } from "@/lib/places/catchment-queries";
import { ethnicGroupList, profilesOf, spokenLanguageList } from "@/lib/places/profile-queries";
import { placeByCode, placePath } from "@/lib/places/queries";
import { Frame } from "../../../../frame";

type Props = { params: Promise<{ code: string }> };

export default async function ProfilePage({ params }: Props) {
  const actor = await requireActor();
  const place = await placeByCode(actor, decodeURIComponent((await params).code));
  const manages = can(actor, "place.manage");
  if (place?.level !== "village") notFound();
  const here = { districtId: place.districtId, villageId: place.id };
  const records = can(actor, "profile.record", here);
  if (!records && !manages && !can(actor, "record.read", here)) forbidden();
  const [catchments, facilities, profiles, groups, languages, path, t, locale] = await Promise.all([
    catchmentsOf(actor, place.id),
    facilitiesNear(actor, place.districtId ?? ""),
    profilesOf(actor, place.id),
    ethnicGroupList(actor),
    spokenLanguageList(actor),
    placePath(actor, place.id),
    getTranslations("places.profile"),
    getLocale(),
  ]);
  const option = (one: { id: string; nameLo: string; nameEn: string }) => ({
    value: one.id,
    label: placeName(one, locale),
  });
  const base = manages ? "/admin/places" : "/places";
  return (
    <Frame
      actor={actor}
      active={manages ? "places" : "villages"}
      path={path.slice(1).map((step) => ({ name: placeName(step, locale), href: `${base}/${step.code}` }))}
    >
      <PageHeader title={t("title", { place: placeName(place, locale) })} lead={t("lead")} />
      <div className="stack">
        <ProfileList profiles={profiles} groups={groups} languages={languages} />
        <CatchmentCard catchments={catchments} />
        {can(actor, "catchment.record", here) && (
          <ClientMessages domains={["places"]}>
            <CatchmentForm villageId={place.id} facilities={facilities.map(option)} today={today()} />
          </ClientMessages>
        )}
        {records && (
          <ClientMessages domains={["places"]}>
            <ProfileForm
              villageId={place.id}
              subject={randomUUID()}
              today={today()}
              groups={groups.map(option)}
              languages={languages.map(option)}
            />
          </ClientMessages>
        )}
      </div>
    </Frame>
  );
}
