import { getLocale, getTranslations } from "next-intl/server";
import { AlignedCard } from "@/components/evaluation/aligned-card";
import { CentresCard } from "@/components/evaluation/centres-card";
import { ChooseForm } from "@/components/evaluation/choose-form";
import { MethodCard } from "@/components/evaluation/method-card";
import { ResearchCard } from "@/components/evaluation/research-card";
import { UptakeCard } from "@/components/evaluation/uptake-card";
import { OfInstrument } from "@/components/trust/summary-view";
import { ButtonAnchor, ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Written } from "@/components/ui/written";
import { can } from "@/lib/access/can";
import { pageRead } from "@/lib/access/page-read";
import { requireActor } from "@/lib/access/session";
import { evaluationAsked } from "@/lib/evaluation/asked";
import { evaluationOf } from "@/lib/evaluation/queries";
import type { Services } from "@/lib/evaluation/services-queries";
import { findingText } from "@/lib/evaluation/words";
import { formatNumber } from "@/lib/i18n/format";
import { placeName } from "@/lib/i18n/place-name";
import { Frame } from "../frame";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function EvaluationPage({ searchParams }: Props) {
  const actor = await requireActor("rollout.read");
  const { services, trust, centres } = await pageRead(
    evaluationOf(actor, evaluationAsked(await searchParams)),
  );
  const t = await getTranslations("evaluation");
  const locale = await getLocale();
  const { indicator, year, told } = services;
  const name = indicator ? placeName(indicator, locale) : "";
  return (
    <Frame actor={actor} active="change">
      <PageHeader
        title={t("title", { year: String(year) })}
        lead={await leadOf(services, name)}
        action={<Downloads services={services} />}
      />
      <div className="stack">
        <ChooseForm services={services} />
        <Written name="told" className="stack" of={services} also={[trust, centres]}>
          {told && told.connect.villages > 0 ? (
            <>
              <AlignedCard name={name} connect={told.connect} others={told.others} />
              <UptakeCard name={name} year={year} uptake={told.uptake} />
            </>
          ) : (
            <EmptyState title={t("titleNone", { year: String(year) })} why={t("noneWhy")} />
          )}
          <section className="stack-s" id="trust">
            <h2>{t("trust.title")}</h2>
            {trust.length === 0 && <p>{t("trust.none")}</p>}
            {trust.map((result) => (
              <OfInstrument key={result.instrument.id} result={result} />
            ))}
            <ButtonLink href="/trust" kind="quiet">
              {t("trust.more")}
            </ButtonLink>
          </section>
          <CentresCard centres={centres} />
          <MethodCard />
        </Written>
        {can(actor, "research.export") && <ResearchCard query={queryOf(services, locale)} />}
      </div>
    </Frame>
  );
}

async function leadOf({ within, year, told }: Services, name: string) {
  const [t, locale] = [await getTranslations("evaluation"), await getLocale()];
  if (!told || told.connect.villages === 0) return undefined;
  const where = t("lead", {
    place: within ? placeName(within, locale) : t("everywhere"),
    name,
    villages: formatNumber(told.connect.villages, locale),
    others: formatNumber(told.others.villages, locale),
    year: String(year),
  });
  return `${where} ${findingText(told.uptake, { t, locale })}`;
}

async function Downloads({ services }: { services: Services }) {
  const [t, locale] = [await getTranslations("evaluation.choose"), await getLocale()];
  const query = queryOf(services, locale);
  return (["csv", "xlsx"] as const).map((format) => (
    <ButtonAnchor
      key={format}
      icon="download"
      small
      href={`/api/evaluation?${query}&format=${format}`}
      aria-label={t("download", { format: format.toUpperCase() })}
      download
    >
      {format.toUpperCase()}
    </ButtonAnchor>
  ));
}

/** What is shown, as the addresses of its files say it. */
const queryOf = ({ within, indicator, year }: Services, locale: string) =>
  new URLSearchParams({
    locale,
    ...(within ? { place: within.code } : {}),
    ...(indicator ? { indicator: indicator.code } : {}),
    year: String(year),
  }).toString();
