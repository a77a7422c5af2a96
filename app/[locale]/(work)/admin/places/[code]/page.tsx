import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ChangeList } from "@/components/places/change-list";
import { ConfirmPlace } from "@/components/places/confirm-place";
import { PlaceCodes, PlaceFacts, PlaceNames, PlaceParents } from "@/components/places/place-cards";
import { PlaceList } from "@/components/places/place-list";
import { ClientMessages } from "@/components/shell/client-messages";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/access/session";
import { formatDate, formatNumber } from "@/lib/i18n/format";
import { placeName } from "@/lib/i18n/place-name";
import { placeRecord } from "@/lib/places/record-queries";
import { Frame } from "../../../frame";

type Props = { params: Promise<{ code: string }> };
const reasons = ["repeated_name", "merged_name", "odd_letters", "names_differ", "codes_differ"] as const;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: decodeURIComponent((await params).code) };
}

export default async function PlacePage({ params }: Props) {
  const actor = await requireActor("place.manage");
  const record = await placeRecord(actor, decodeURIComponent((await params).code));
  if (!record) notFound();
  const { place, path, names, codes, parents, children, changes } = record;
  const [t, locale] = [await getTranslations("places"), await getLocale()];
  const steps = path.map((step) => ({ name: placeName(step, locale), href: `/admin/places/${step.code}` }));
  const name = placeName(place, locale);
  const standing = place.validTo === null;
  const here = `/admin/places/${place.code}`;
  return (
    <Frame actor={actor} active="places" path={steps}>
      <PageHeader
        title={name}
        lead={[t(`level.${place.level}`), name === place.nameLo ? place.nameEn : place.nameLo]
          .filter(Boolean)
          .join(" · ")}
        action={
          standing && (
            <ButtonLink kind="pri" icon="edit" href={`${here}/change`}>
              {t("page.change")}
            </ButtonLink>
          )
        }
      />
      <div className="stack">
        {place.validTo && (
          <Notice icon="info">{t("page.ended", { date: formatDate(place.validTo, locale) })}</Notice>
        )}
        {place.needsReview && (
          <Notice tone="soon" title={t("list.review")}>
            <p>
              {reasons
                .filter((one) => place.reviewReasons.includes(one))
                .map((one) => t(`reason.${one}`))
                .join(" · ")}
            </p>
            <ClientMessages domains={["places"]}>
              <ConfirmPlace placeId={place.id} />
            </ClientMessages>
          </Notice>
        )}
        <PlaceFacts place={place} />
        <PlaceNames names={names} />
        <PlaceCodes codes={codes} />
        <PlaceParents parents={parents} />
        <Card title={t("list.changes")}>
          <ChangeList changes={changes} />
        </Card>
        <h2>
          {children.length > 0
            ? t("page.children", { n: formatNumber(children.length, locale) })
            : t("page.childrenNone")}
        </h2>
        {children.length > 0 && <PlaceList places={children} />}
      </div>
    </Frame>
  );
}
