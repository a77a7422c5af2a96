"use client";

import { useLocale, useTranslations } from "next-intl";
import { type ChangeEvent, useId, useState } from "react";
import { Icon } from "@/components/ui/icon";
import { uuidv7 } from "@/lib/changes/uuid";
import { formatNumber } from "@/lib/i18n/format";
import type { FileRefusal } from "@/lib/maps/exchange/feature";
import { formatOfName } from "@/lib/maps/file-formats";

type Reason = keyof IntlReasons;
type IntlReasons = typeof import("@/lib/i18n/messages/en/maps.json")["exchange"]["reason"];
type Report = {
  added: number;
  rejected: { position: number; reason: Reason; value?: string }[];
  unknown: string[];
};
type Outcome = { report: Report } | { refused: FileRefusal } | { failed: true };

const mostShown = 50;

async function send(mapId: string, file: File): Promise<Outcome> {
  const format = formatOfName(file.name);
  if (!format) return { refused: "wrong_format" };
  const address = `/api/maps/${mapId}?format=${format}&upload=${uuidv7()}`;
  const answer = await fetch(address, { method: "POST", body: file }).catch(() => null);
  const body = await answer?.json().catch(() => null);
  if (answer?.ok) return { report: body as Report };
  const refused = (body as { error?: { details?: { refused?: FileRefusal } } } | null)?.error?.details
    ?.refused;
  return refused ? { refused } : { failed: true };
}

type Props = { mapId: string; online: boolean; onBefore?: () => Promise<unknown>; onAfter: () => unknown };

/** A GeoJSON, KML or GPX file into this map, with a word on every feature that could not be taken. */
export function MapUpload({ mapId, online, onBefore, onAfter }: Props) {
  const t = useTranslations("maps.exchange");
  const id = useId();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const pick = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0];
    if (!file) return;
    setOutcome(null);
    await onBefore?.();
    setOutcome(await send(mapId, file));
    await onAfter();
    target.value = "";
  };
  return (
    <div className="stack-s">
      <h3>{t("in")}</h3>
      <p className="sm mut">{t("inHelp")}</p>
      <input
        id={id}
        type="file"
        accept=".geojson,.json,.kml,.gpx"
        className="vh photo-input"
        disabled={!online}
        onChange={pick}
      />
      <label htmlFor={id} className="btn dim" aria-disabled={!online}>
        <Icon name="file" small />
        {t("in")}
      </label>
      <div role="status" className="stack-s">
        {outcome && "failed" in outcome && <p>{t("failed")}</p>}
        {outcome && "refused" in outcome && <p>{t(`refused.${outcome.refused}`)}</p>}
        {outcome && "report" in outcome && <ReportWords report={outcome.report} />}
      </div>
    </div>
  );
}

function ReportWords({ report: { added, rejected, unknown } }: { report: Report }) {
  const t = useTranslations("maps.exchange");
  const locale = useLocale();
  const n = (value: number) => formatNumber(value, locale);
  return (
    <>
      <p className="med">{t("added", { count: added, n: n(added) })}</p>
      {rejected.length > 0 && <p>{t("rejected", { count: rejected.length, n: n(rejected.length) })}</p>}
      <ul>
        {rejected.slice(0, mostShown).map(({ position, reason, value }) => (
          <li key={`${position} ${reason}`} className="sm">
            {t("row", { n: n(position), reason: t(`reason.${reason}`) })} {value && `(${value})`}
          </li>
        ))}
        {unknown.slice(0, mostShown).map((name) => (
          <li key={name} className="sm">
            {t("unknown", { name })}
          </li>
        ))}
      </ul>
    </>
  );
}
