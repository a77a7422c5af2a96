"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useKnown, useSyncState } from "@/components/field/store-hooks";
import { CheckField } from "@/components/form/check-cards";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { ErrorCode } from "@/lib/errors";
import { type FileFormat, fileFormats, formatNames } from "@/lib/maps/file-formats";
import { localStore } from "@/lib/sync/local-store";
import type { MapRecord } from "./map-records";
import { MapUpload } from "./map-upload";

/** The map as a file, out and in; both need the network, because rights and consent are decided there. */
export function ExchangePanel({ map }: { map: MapRecord }) {
  const t = useTranslations("maps.exchange");
  const { online } = useSyncState();
  const me = useKnown("me");
  const [withSensitive, setWithSensitive] = useState(false);
  const [problem, setProblem] = useState<"consent" | ErrorCode | null>(null);
  const download = async (format: FileFormat) => {
    const address = `/api/maps/${map.id}?format=${format}${withSensitive ? "&sensitive=1" : ""}`;
    setProblem(null);
    const answer = await fetch(address).catch(() => null);
    if (!answer?.ok) return setProblem(await problemOf(answer));
    const link = document.createElement("a");
    link.href = URL.createObjectURL(await answer.blob());
    link.download = `map-${map.id.slice(0, 8)}.${format}`;
    link.click();
    URL.revokeObjectURL(link.href);
  };
  return (
    <section className="card stack">
      <h2>{t("title")}</h2>
      <div className="stack-s">
        <h3>{t("out")}</h3>
        <p className="sm mut">{t("outHelp")}</p>
        {me?.verbs.includes("feature.readSensitive") && (
          <CheckField
            name="withSensitive"
            label={t("withSensitive")}
            checked={withSensitive}
            onChange={(event) => setWithSensitive(event.target.checked)}
          />
        )}
        <div className="row wrap">
          {fileFormats.map((format) => (
            <Button
              key={format}
              kind="dim"
              icon="download"
              disabled={!online}
              onClick={() => void download(format)}
            >
              {formatNames[format]}
            </Button>
          ))}
        </div>
        {problem && (
          <Notice tone="late" live="assertive" title={problem === "consent" ? t("noConsent") : t("failed")} />
        )}
      </div>
      {/* What is on this phone goes first: the server may not know the map yet. */}
      <MapUpload mapId={map.id} online={online} onBefore={localStore.syncNow} onAfter={localStore.syncNow} />
    </section>
  );
}

async function problemOf(answer: Response | null): Promise<"consent" | ErrorCode> {
  const body = (await answer?.json().catch(() => null)) as {
    error?: { code: ErrorCode; details?: { reason?: string } };
  } | null;
  if (body?.error?.details?.reason === "consent_export") return "consent";
  return body?.error?.code ?? "unavailable";
}
