import "./brief.css";
import { useLocale, useTranslations } from "next-intl";
import { briefCharts, fitBrief, lastMonths, serviceYears } from "@/lib/attention/brief";
import type { Watched } from "@/lib/attention/queries";
import type { Standing } from "@/lib/attention/responses";
import { countActions, totalOf } from "@/lib/districts/summary";
import { formatDate, formatNumber } from "@/lib/i18n/format";
import { placeName } from "@/lib/i18n/place-name";
import { firstDay } from "@/lib/indicators/months";
import { DistrictChart } from "../indicators/district-chart";
import { Band } from "../shell/band";
import { KOfNBar } from "../ui/k-of-n-bar";
import { Decide } from "./brief-decide";
import { BriefInstructions } from "./brief-instructions";
import { Services } from "./brief-services";
import { type Spoken, useSpeech } from "./speech";

type Props = {
  district: { nameLo: string; nameEn: string };
  watched: Pick<Watched, "review" | "watch">;
  open: readonly Standing[];
  given: Spoken;
  receivedUntil: string;
};

/** As many as a page without anything else could use; what does not fit is cut off by the sheet. */
const noteLines = [1, 2, 3, 4, 5, 6];

/** One A4 page for the monthly meeting: what does not fit is counted, type size never shrinks. */
export function BriefSheet({ district, watched: { review, watch }, open, given, receivedUntil }: Props) {
  const t = useTranslations("attention.brief");
  const speech = useSpeech(given);
  const locale = useLocale();
  const n = (value: number) => formatNumber(value, locale);
  const counts = countActions(review.actions, given.today);
  const charts = briefCharts(watch);
  const services = serviceYears(watch).filter(({ now }) => now.rate.k !== null);
  const promises = {
    k: n(counts.done),
    n: n(totalOf(counts)),
    late: n(counts.late),
    blocked: n(counts.blocked),
  };
  const headline = `${t("promises", promises)} ${useSignals(charts, given)}`;
  const instructions = lastMonths(review.instructions, given.today);
  const all = {
    decide: open.length,
    services: services.length,
    charts: charts.length,
    instructions: instructions.length,
    headline: headline.length,
  };
  const fitted = fitBrief(all);
  const period = watch.months.at(-1) ?? 0;
  const reported = watch.reporters.filter(({ periods }) => periods.includes(period)).length;
  return (
    <article className="brief">
      <Band />
      <header>
        <div>
          <h1>{t("title", { district: placeName(district, locale) })}</h1>
          <p>{t("meeting", { date: formatDate(given.today, locale) })}</p>
        </div>
        <div className="right">
          <p>{t("villages", { n: n(review.villages.length), date: formatDate(given.today, locale) })}</p>
          <p>
            {t("reported", {
              k: n(reported),
              n: n(watch.reporters.length),
              month: formatDate(firstDay(period), locale, "month"),
            })}
          </p>
        </div>
      </header>
      <p className="brief-head">{headline}</p>
      <Decide open={open} rows={fitted.decide} given={given} />
      <section>
        <h2>{t("actions", promises)}</h2>
        <KOfNBar counts={counts} />
      </section>
      {services.length > 0 && <Services services={services} />}
      {fitted.charts > 0 && (
        <div className="brief-two">
          {charts.map((series) => (
            <DistrictChart
              key={`${series.facility?.id} ${series.indicator.code}`}
              page={series}
              row={series}
              drawn={series.drawn}
              place={series.facility ? placeName(series.facility, locale) : speech.t("place.district")}
              height={140}
            />
          ))}
        </div>
      )}
      <BriefInstructions instructions={instructions} rows={fitted.instructions} />
      <section className="brief-notes">
        <h2>{t("notes")}</h2>
        {noteLines.map((line) => (
          <div className="brief-lines" aria-hidden="true" key={line} />
        ))}
      </section>
      <footer>
        {charts.length > 0 ? `${t("rule")} ` : ""}
        {t("footer", { date: receivedUntil })}
      </footer>
    </article>
  );
}

/** The second sentence: what fell and what rose, or that nothing counts as a real change. */
function useSignals(charts: ReturnType<typeof briefCharts>, given: Spoken): string {
  const t = useTranslations("attention.brief");
  const speech = useSpeech(given);
  const locale = useLocale();
  const told = (verdict: "worse" | "better") => {
    const series = charts.find((one) => one.verdict === verdict);
    if (!series) return null;
    const place = series.facility ? placeName(series.facility, locale) : speech.t("place.district");
    return { name: placeName(series.indicator, locale), place };
  };
  const [fell, rose] = [told("worse"), told("better")];
  if (fell && rose)
    return t("fellAndRose", { name: fell.name, place: fell.place, other: rose.name, where: rose.place });
  if (fell) return t("fell", fell);
  return rose ? t("rose", rose) : t("noSignal");
}
