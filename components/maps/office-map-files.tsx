"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import { fileFormats, formatNames } from "@/lib/maps/file-formats";
import { MapUpload } from "./map-upload";

type Props = { mapId: string; mayExport: boolean; withSensitive: boolean; mayRecord: boolean };

/** The map as a file, out and in, on the office's page. The server decides each time; this only offers what it would do. */
export function OfficeMapFiles({ mapId, mayExport, withSensitive, mayRecord }: Props) {
  const t = useTranslations("maps.exchange");
  const router = useRouter();
  return (
    <details className="mt-2 noprint">
      <summary className="fold-line">{t("summary")}</summary>
      <div className="stack-s mt-2">
        {mayExport ? (
          <>
            <p className="sm mut">{t("officeHelp")}</p>
            <Downloads mapId={mapId} />
            {withSensitive && <Downloads mapId={mapId} sensitive />}
          </>
        ) : (
          <p className="sm mut">{t("noConsentYet")}</p>
        )}
        {mayRecord && <MapUpload mapId={mapId} online onAfter={router.refresh} />}
      </div>
    </details>
  );
}

function Downloads({ mapId, sensitive }: { mapId: string; sensitive?: boolean }) {
  const t = useTranslations("maps.exchange");
  return (
    <div className="row wrap">
      {fileFormats.map((format) => (
        <a
          key={format}
          className="btn dim"
          href={`/api/maps/${mapId}?format=${format}${sensitive ? "&sensitive=1" : ""}`}
          download
        >
          <Icon name="download" small />
          {sensitive ? t("sensitiveFormat", { format: formatNames[format] }) : formatNames[format]}
        </a>
      ))}
    </div>
  );
}
