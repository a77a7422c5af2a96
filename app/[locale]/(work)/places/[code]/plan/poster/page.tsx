import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { MessagePanel } from "@/components/poster/message-panel";
import { messageText } from "@/components/poster/message-text";
import { PosterSheets } from "@/components/poster/poster-sheets";
import { SharePanel } from "@/components/poster/share-panel";
import { ClientMessages } from "@/components/shell/client-messages";
import { LanguageSwitch } from "@/components/shell/language-switch";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { PrintButton } from "@/components/ui/print-button";
import { SegmentLinks } from "@/components/ui/segments";
import { can } from "@/lib/access/can";
import { pageRead } from "@/lib/access/page-read";
import { requireActor } from "@/lib/access/session";
import { today } from "@/lib/clock";
import { env } from "@/lib/env";
import { placeInList, placeName } from "@/lib/i18n/place-name";
import { posterOf } from "@/lib/publishing/queries";
import { placeHref, whereaboutsOfHead } from "@/lib/villages/place-head";

type Props = {
  params: Promise<{ code: string }>;
  searchParams: Promise<{ plan?: string; size?: string }>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { robots: { index: false } };
}

export default async function PosterPage({ params, searchParams }: Props) {
  const actor = await requireActor("record.read");
  const [{ code }, asked] = [await params, await searchParams];
  const poster = await pageRead(posterOf(actor, code, asked.plan));
  const [locale, t] = [await getLocale(), await getTranslations()];
  const size = asked.size === "a4" ? "a4" : "a3";
  const { head, share, planId } = poster;
  const where = whereaboutsOfHead(head);
  const publicUrl = env().PUBLIC_URL?.replace(/\/$/, "");
  const address = publicUrl && share && poster.mayPublish ? `${publicUrl}/v/${share.token}` : null;
  const name = placeName(head, locale);
  const here = (paper: string) => `${placeHref(head, "plan/poster")}?plan=${planId}&size=${paper}`;
  const message = messageText(poster.actions, today(), locale, {
    head: t("poster.message.head", {
      village: placeInList(head, locale),
      district: placeName({ nameLo: poster.districtLo, nameEn: poster.districtEn }, locale),
      year: (poster.agreedDate ?? poster.workshopDate).slice(0, 4),
    }),
    status: (counts) => t("poster.message.status", counts),
    action: (line) => t("poster.message.action", line),
    mark: (mark) => t(`status.${mark}`),
    trust: (word) => t(`status.${word}`),
    link: address && t("poster.message.link", { url: address }),
  });
  return (
    <main id="content" className="poster-page">
      <div className="poster-bar stack noprint">
        <PageHeader
          title={t("poster.title", { name })}
          action={
            <>
              <LanguageSwitch />
              <ButtonLink href={placeHref(head, "plan")} icon="back">
                {t("poster.bar.back")}
              </ButtonLink>
              {poster.mayDisplay && <PrintButton>{t("poster.bar.print")}</PrintButton>}
            </>
          }
        />
        <SegmentLinks
          label={t("poster.bar.size")}
          items={(["a3", "a4"] as const).map((paper) => ({
            href: here(paper),
            label: t(`poster.bar.${paper}`),
            current: paper === size,
          }))}
        />
        <ClientMessages domains={["poster"]}>
          <div className="poster-panels">
            <SharePanel
              place={head.id}
              planId={planId}
              agreed={poster.mayPublish}
              reachable={Boolean(publicUrl)}
              share={share}
              mayPublish={can(actor, "share.publish", where)}
            />
            <MessagePanel text={poster.mayShare ? message : null} fileName={`${head.code ?? "map"}.png`} />
          </div>
        </ClientMessages>
      </div>
      {poster.mayDisplay ? (
        <PosterSheets poster={poster} size={size} address={address} today={today()} />
      ) : (
        <Notice
          tone="soon"
          title={t("poster.bar.noDisplay")}
          action={
            can(actor, "workshop.record", where) && (
              <ButtonLink href={`/field/workshops/${poster.workshopId}/opening`}>
                {t("poster.bar.openWorkshop")}
              </ButtonLink>
            )
          }
        >
          {t("poster.bar.noDisplayWhy")}
        </Notice>
      )}
    </main>
  );
}
