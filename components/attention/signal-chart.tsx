import { useLocale, useTranslations } from "next-intl";
import type { WatchedSeries } from "@/lib/attention/signals";
import { WATCHED } from "@/lib/attention/watch";
import { catchmentName } from "@/lib/attention/words";
import { formatNumber } from "@/lib/i18n/format";
import { DistrictChart } from "../indicators/district-chart";
import { type Spoken, useSpeech } from "./speech";

type Props = { series: WatchedSeries; given: Spoken };

/** The months behind a signal, and how many such charts would signal by chance. */
export function SignalChart({ series, given }: Props) {
  const speech = useSpeech(given);
  const t = useTranslations("attention");
  const locale = useLocale();
  const place = series.facility ? catchmentName(series.facility, speech) : t("place.district");
  return (
    <>
      <DistrictChart page={series} row={series} drawn={series.drawn} place={place} />
      <p className="xs mut">{t("signalRule", { services: formatNumber(WATCHED.length, locale) })}</p>
    </>
  );
}
