"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { FieldScreen } from "@/components/field/field-screen";
import { LoadingScreen } from "@/components/field/loading-screen";
import { LostScreen } from "@/components/field/lost-screen";
import { FieldLink } from "@/components/field/router";
import { useSyncState } from "@/components/field/store-hooks";
import { posterHref } from "@/components/plans/poster-href";
import { Button, ButtonAnchor } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { PrintButton } from "@/components/ui/print-button";
import { Segments } from "@/components/ui/segments";
import { today } from "@/lib/clock";
import { placeName } from "@/lib/i18n/place-name";
import type { Poster } from "@/lib/publishing/views";
import type { PosterSize } from "./poster-layout";
import { PosterSheets } from "./poster-sheets";
import { saveSheets } from "./sheet-picture";
import { usePhonePoster } from "./use-phone-poster";

/** The wall poster from this phone's own records: printed or saved as a picture in the village, with no network. */
export function PosterScreen({ planId }: { planId: string }) {
  const poster = usePhonePoster(planId);
  if (poster === undefined) return <LoadingScreen />;
  if (!poster) return <LostScreen />;
  return <PosterOf poster={poster} />;
}

function PosterOf({ poster }: { poster: Poster }) {
  const t = useTranslations("poster");
  const [size, setSize] = useState<PosterSize>("a4");
  const name = placeName(poster.head, useLocale());
  const papers = (["a4", "a3"] as const).map((value) => ({ value, label: t(`bar.${value}`) }));
  return (
    <FieldScreen
      title={t("title", { name })}
      back={`/field/plans/${poster.planId}`}
      tab="villages"
      className="poster-phone"
      reading
    >
      {poster.mayDisplay ? (
        <>
          <div className="stack-s noprint">
            <Segments name="paper" label={t("bar.size")} options={papers} value={size} onChange={setSize} />
            <TakeHome name={name} />
            <PublicPage poster={poster} />
          </div>
          <PosterSheets poster={poster} size={size} address={publicAddress(poster)} today={today()} />
        </>
      ) : (
        <NoConsent workshopId={poster.workshopId} />
      )}
    </FieldScreen>
  );
}

/** Only an address that anybody's phone can open makes a code worth printing. */
function publicAddress({ share, mayPublish }: Poster): string | null {
  return share && mayPublish && location.protocol === "https:" ? `${location.origin}/v/${share.token}` : null;
}

function TakeHome({ name }: { name: string }) {
  const t = useTranslations("poster");
  const [state, setState] = useState<"idle" | "busy" | "failed">("idle");
  const save = () => {
    setState("busy");
    saveSheets(name).then(
      () => setState("idle"),
      () => setState("failed"),
    );
  };
  return (
    <>
      <PrintButton>{t("bar.print")}</PrintButton>
      <Button icon="download" disabled={state === "busy"} onClick={save}>
        {state === "busy" ? t("phone.saving") : t("phone.save")}
      </Button>
      {state === "failed" && (
        <Notice tone="late" live="assertive">
          {t("phone.failed")}
        </Notice>
      )}
    </>
  );
}

function PublicPage({ poster: { head, planId } }: { poster: Poster }) {
  const t = useTranslations("poster");
  const locale = useLocale();
  const { online } = useSyncState();
  if (!online) return <p className="sm mut">{t("phone.pageLater")}</p>;
  return (
    <ButtonAnchor kind="quiet" href={posterHref({ locale, place: head.id, planId })}>
      {t("link.title")}
    </ButtonAnchor>
  );
}

function NoConsent({ workshopId }: { workshopId: string }) {
  const t = useTranslations("poster.bar");
  return (
    <Notice
      tone="soon"
      title={t("noDisplay")}
      action={
        <FieldLink className="btn" to={`/field/workshops/${workshopId}/opening`}>
          {t("openWorkshop")}
        </FieldLink>
      }
    >
      {t("noDisplayWhy")}
    </Notice>
  );
}
