import { getLocale, getTranslations } from "next-intl/server";
import { CatchmentCharts, WorkshopCards } from "@/components/comparison/trends";
import { DistrictChoice } from "@/components/districts/district-choice";
import { DistrictChart } from "@/components/indicators/district-chart";
import { DistrictTable } from "@/components/indicators/district-table";
import { TotalsWarnings } from "@/components/indicators/totals-warnings";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { ChipLink } from "@/components/ui/chip";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { PageHeader } from "@/components/ui/page-header";
import { Written } from "@/components/ui/written";
import { requireActor } from "@/lib/access/session";
import { districtTrends } from "@/lib/comparison/trend-queries";
import { reviewedDistrict } from "@/lib/districts/choose";
import { formatDate, formatNumber } from "@/lib/i18n/format";
import { districtIndicators } from "@/lib/indicators/district-queries";
import { districtRun } from "@/lib/indicators/district-run";
import { firstDay } from "@/lib/indicators/months";
import { Frame } from "../frame";

type Props = { searchParams: Promise<{ district?: string; indicator?: string; source?: string }> };

export default async function IndicatorsPage({ searchParams }: Props) {
  const actor = await requireActor("district.review");
  const { district: asked, indicator, source } = await searchParams;
  const { districts, district } = await reviewedDistrict(actor, asked);
  if (!district) {
    return (
      <Frame actor={actor} active="indicators">
        <DistrictChoice districts={districts} to="/indicators" />
      </Frame>
    );
  }
  const page = await districtIndicators(actor, { districtId: district.id, source });
  const [t, sources, locale] = [
    await getTranslations("indicators.district"),
    await getTranslations("indicators.village.source"),
    await getLocale(),
  ];
  const { rows, months, completeness, elements, warnings } = page;
  const row = rows.find((one) => one.indicator.code === indicator) ?? rows[0];
  const drawn = row && districtRun(page, row.indicator.code);
  const trends = row && (await districtTrends(actor, { districtId: district.id, indicator: row.indicator }));
  const code = district.code ?? district.id;
  const here = (given: { indicator?: string; source?: string }) =>
    `/indicators?${new URLSearchParams({ district: code, source: page.source, ...(row ? { indicator: row.indicator.code } : {}), ...given })}`;
  const last = completeness.at(-1) ?? { received: 0, expected: null };
  const n = (value: number) => formatNumber(value, locale);
  const told = {
    k: n(last.received),
    n: n(last.expected ?? last.received),
    month: formatDate(firstDay(months.at(-1) as number), locale, "month"),
  };
  return (
    <Frame actor={actor} active="indicators">
      <PageHeader
        title={t("title", told)}
        lead={t(`lead.${page.source}`)}
        action={
          <ButtonLink href={`/indicators/people?district=${code}`} kind="quiet">
            {t("people")}
          </ButtonLink>
        }
      />
      <nav className="chips mb-4 noprint" aria-label={t("source")}>
        {page.sources.map((one) => (
          <ChipLink key={one} href={here({ source: one })} current={one === page.source}>
            {sources(one)}
          </ChipLink>
        ))}
      </nav>
      {page.sources.length === 0 || !row || !drawn ? (
        <EmptyState title={t("none")} why={t("noneWhy")} />
      ) : (
        <div className="stack">
          <TotalsWarnings warnings={warnings} elements={elements} />
          <Written
            className="cmp-charts"
            name="charts"
            of={trends ?? page}
            by={`${code} ${page.source} ${row.indicator.code}`}
          >
            <Card>
              <DistrictChart page={page} row={row} drawn={drawn} />
              <p className="row wrap sm">
                <Link
                  className="ind-way"
                  href={`/villages?${new URLSearchParams({ district: code, indicator: row.indicator.code })}`}
                >
                  {t("villages")}
                </Link>
                {trends && trends.catchments.length > 0 && (
                  <a href="#catchments" className="ind-way">
                    {t("centres")}
                  </a>
                )}
              </p>
            </Card>
            {trends && <WorkshopCards trends={trends} indicator={row.indicator} />}
          </Written>
          {trends && (
            <Written name="centres" of={trends}>
              <CatchmentCharts trends={trends} indicator={row.indicator} />
            </Written>
          )}
          <Card title={t("table")}>
            <Written name="table" of={page} by={row.indicator.code}>
              <DistrictTable
                page={page}
                chosen={row.indicator.code}
                hrefOf={(one) => here({ indicator: one })}
              />
            </Written>
          </Card>
        </div>
      )}
    </Frame>
  );
}
