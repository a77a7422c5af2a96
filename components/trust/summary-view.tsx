import { useLocale, useTranslations } from "next-intl";
import { formatList, formatNumber } from "@/lib/i18n/format";
import { placeName, villageName } from "@/lib/i18n/place-name";
import type { ClusteredContrast } from "@/lib/statistics/clustered-contrast";
import type { WaveMean } from "@/lib/trust/clusters";
import type { TrustSummary } from "@/lib/trust/queries";
import { rangeOf } from "@/lib/trust/rules";
import { placeHref } from "@/lib/villages/place-head";
import { DotInterval } from "../chart/dot-interval";
import { Card } from "../ui/card";
import { EmptyState } from "../ui/empty-state";
import { FileLinks } from "../ui/file-links";
import { ListRow } from "../ui/list-row";
import { Notice } from "../ui/notice";
import { PageHeader } from "../ui/page-header";
import { SegmentLinks } from "../ui/segments";
import { useTrustWords } from "./trust-words";

type Result = TrustSummary["results"][number];

/** Trust over several villages: the mean of each round, and what those who took part gained beyond the others. */
export function SummaryView({ summary }: { summary: TrustSummary }) {
  const t = useTranslations("trust");
  const locale = useLocale();
  const { area, areas, results, villages } = summary;
  const name = area
    ? placeName(area, locale)
    : formatList(
        areas.slice(0, 4).map((one) => placeName(one, locale)),
        locale,
      );
  return (
    <>
      <PageHeader
        title={<Headline name={name} results={results} />}
        lead={t("summary.lead")}
        action={
          results.length > 0 && (
            <FileLinks path="/api/trust" query={area ? { district: area.code ?? area.id } : {}} />
          )
        }
      />
      <div className="stack">
        {areas.length > 1 && <Areas summary={summary} />}
        {results.length === 0 && <EmptyState title={t("summary.none")} why={t("summary.noneWhy")} />}
        {results.map((result) => (
          <OfInstrument key={result.instrument.id} result={result} />
        ))}
        {villages.length > 0 && (
          <Card title={t("summary.villages")} kind="list">
            <ul>
              {villages.map((village) => (
                <li key={village.id}>
                  <ListRow href={placeHref(village, "trust")} name={villageName(village, locale)} />
                </li>
              ))}
            </ul>
          </Card>
        )}
        <p className="sm mut">{t("rule")}</p>
      </div>
    </>
  );
}

function Areas({ summary: { area, areas } }: { summary: TrustSummary }) {
  const t = useTranslations("trust.summary");
  const locale = useLocale();
  const items = [
    { href: "/trust", label: t("together"), current: area === null },
    ...areas.map((one) => ({
      href: `/trust?district=${one.code ?? one.id}`,
      label: placeName(one, locale),
      current: one.id === area?.id,
    })),
  ];
  return <SegmentLinks label={t("areas")} items={items} />;
}

function Headline({ name, results }: { name: string; results: readonly Result[] }) {
  const t = useTranslations("trust.summary");
  const { points } = useTrustWords();
  const locale = useLocale();
  const last = results[0]?.waves.at(-1);
  if (!last?.mean.estimate) return t("title", { name });
  const villages = formatNumber(last.villages, locale);
  return t("now", { name, value: points(last.mean.estimate), villages });
}

/** The rounds of one questionnaire, and what those who took part gained. */
export function OfInstrument({ result }: { result: Result }) {
  const t = useTranslations();
  const locale = useLocale();
  const { points, interval, people, ends } = useTrustWords();
  const { instrument, waves } = result;
  const words = ({ mean, villages, n }: WaveMean) => {
    const range = interval(mean);
    return [
      mean.estimate === null ? t("trust.hidden") : points(mean.estimate),
      range ? `(${range})` : t("trust.summary.noInterval"),
      t("trust.summary.nVillages", { count: villages, n: formatNumber(villages, locale) }),
      people(n),
    ].join(" · ");
  };
  const leftOut = Math.max(...waves.map((wave) => wave.leftOut));
  return (
    <Card title={locale === "lo" ? instrument.nameLo : instrument.nameEn} className="stack-s">
      {instrument.wording === "working" && <Notice tone="soon">{t("interviews.working")}</Notice>}
      <DotInterval
        summary={t("trust.summary.means")}
        domain={rangeOf(instrument)}
        ends={ends(instrument)}
        rows={waves.map((wave) => ({
          key: wave.wave,
          label: t(`interviews.wave.${wave.wave}`),
          words: words(wave),
          value: wave.mean.estimate,
          lo: wave.mean.lo,
          hi: wave.mean.hi,
        }))}
      />
      {leftOut > 0 && (
        <p className="sm mut">
          {t("trust.summary.leftOut", { count: leftOut, n: formatNumber(leftOut, locale) })}
        </p>
      )}
      <Contrasts result={result} />
    </Card>
  );
}

/** What those who took part gained beyond those who did not: an estimate with its interval, or why there is none. */
function Contrasts({ result: { contrasts } }: { result: Result }) {
  const t = useTranslations();
  if (contrasts.length === 0) return null;
  return (
    <section className="stack-s mt-4">
      <h3>{t("trust.summary.contrastTitle")}</h3>
      <p className="sm mut">{t("trust.summary.contrastWhy")}</p>
      <table className="t stacks">
        <thead>
          <tr>
            <th scope="col">{t("trust.summary.compared")}</th>
            <th scope="col">{t("trust.summary.difference")}</th>
            <th scope="col">{t("trust.summary.basis")}</th>
          </tr>
        </thead>
        <tbody>
          {contrasts.flatMap(({ wave, contrasts: { participant, indirect } }) => [
            <ContrastRow key={`${wave} p`} who="participant" wave={wave} contrast={participant} />,
            <ContrastRow key={`${wave} i`} who="indirect" wave={wave} contrast={indirect} />,
          ])}
        </tbody>
      </table>
    </section>
  );
}

type RowProps = { who: "participant" | "indirect"; wave: WaveMean["wave"]; contrast: ClusteredContrast };

function ContrastRow({ who, wave, contrast }: RowProps) {
  const t = useTranslations();
  const locale = useLocale();
  const { change, interval } = useTrustWords();
  const { estimate, status, villages, cellSizes } = contrast;
  if (status === "empty-cell" || status === "hidden") return null;
  const range = interval(contrast);
  const people = (cellSizes ?? []).reduce((sum, n) => sum + n, 0);
  const difference = [
    estimate === null ? "–" : change(estimate),
    range ? `(${range})` : t(`trust.summary.status.${status === "ok" ? "low-df" : status}`),
  ];
  return (
    <tr>
      <th scope="row">
        {t(`trust.summary.${who}`)} · {t(`interviews.wave.${wave}`)}
      </th>
      <td data-label={t("trust.summary.difference")}>{difference.join(" ")}</td>
      <td data-label={t("trust.summary.basis")}>
        {t("trust.summary.nVillages", { count: villages ?? 0, n: formatNumber(villages ?? 0, locale) })} ·{" "}
        {t("trust.people", { count: people, n: formatNumber(people, locale) })}
      </td>
    </tr>
  );
}
