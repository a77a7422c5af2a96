"use client";

import { useLocale, useTranslations } from "next-intl";
import { formatNumber } from "@/lib/i18n/format";
import type { AttendanceTotals } from "@/lib/workshops/attendance";
import type { InclusionGap } from "@/lib/workshops/inclusion";
import { Notice } from "../ui/notice";
import { useGapName, useInclusionGaps } from "./use-inclusion-gaps";

/** While people are in the room: who lives here and has not been heard. */
export function InclusionCard({ place, totals }: { place: string; totals: AttendanceTotals }) {
  const t = useTranslations("workshops.inclusion");
  const gaps = useInclusionGaps(place, totals);
  if (!gaps) return <p className="sm mut">{t("noProfile")}</p>;
  if (gaps.length === 0) return null;
  return (
    <Notice tone="soon" title={t("title")} live="polite">
      <ul>
        {gaps.map((gap) => (
          <li key={`${gap.dimension} ${gap.id}`}>
            <GapLine gap={gap} />
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function GapLine({ gap }: { gap: InclusionGap }) {
  const t = useTranslations("workshops.inclusion");
  const locale = useLocale();
  const name = useGapName();
  const numbers = { k: formatNumber(gap.present, locale), n: formatNumber(gap.living, locale) };
  return <>{t(gap.kind, { name: name(gap), ...numbers })}</>;
}
