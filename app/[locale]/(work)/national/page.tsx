import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { Select } from "@/components/form/select";
import { NationalLegend } from "@/components/national/legend";
import { NationalTable } from "@/components/national/national-table";
import { ProvinceValues } from "@/components/national/province-values";
import { Button, ButtonAnchor, ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { Written } from "@/components/ui/written";
import { can } from "@/lib/access/can";
import { requireActor } from "@/lib/access/session";
import { formatDateRange, formatNumber } from "@/lib/i18n/format";
import { placeName } from "@/lib/i18n/place-name";
import { nationalIndicators } from "@/lib/national/indicators";
import { type Figures, nationalFigures } from "@/lib/national/queries";
import { year as yearRule } from "@/lib/national/schema";
import { type NationalRow, nationalRows, shownYear } from "@/lib/national/view";
import { Frame } from "../frame";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("shell.tabs"))("national") };
}

type Props = { searchParams: Promise<{ year?: string; place?: string }> };

export default async function NationalPage({ searchParams }: Props) {
  const actor = await requireActor("rollout.read");
  const asked = await searchParams;
  const wanted = yearRule.safeParse(Number(asked.year));
  const [figures, t, locale] = await Promise.all([
    nationalFigures(actor, wanted.success ? wanted.data : null),
    getTranslations("national"),
    getLocale(),
  ]);
  const year = shownYear(figures, wanted.success ? wanted.data : null);
  const place = figures.provinces.find(({ code }) => code === asked.place) ?? null;
  const n = formatNumber(nationalIndicators.length, locale);
  const rows = year === null ? [] : nationalRows(figures, year, place?.id ?? null);
  const period = longestPeriod(rows);
  const data = period
    ? t("lead", { period: formatDateRange(period.from, period.to, locale) })
    : year === null
      ? t("leadEmpty")
      : t("leadTargets", { year: String(year) });
  const file = (format: string) =>
    `/api/national?format=${format}&locale=${locale}${year === null ? "" : `&year=${year}`}`;
  return (
    <Frame actor={actor} active="national">
      <PageHeader
        title={year === null ? t("titleEmpty", { n }) : t("title", { n, year: String(year) })}
        lead={place ? t("leadPlace", { place: placeName(place, locale), lead: data }) : data}
        action={
          <>
            {can(actor, "national.record") && (
              <ButtonLink href="/national/new" icon="plus">
                {t("enter")}
              </ButtonLink>
            )}
            {(["csv", "xlsx"] as const).map((format) => (
              <ButtonAnchor key={format} href={file(format)} icon="download" download>
                {t(format)}
              </ButtonAnchor>
            ))}
          </>
        }
      />
      {year !== null && (
        <>
          <ChooseForm figures={figures} year={year} place={place?.code ?? ""} />
          <Written name="figures" of={figures} by={`${year} ${place?.code}`}>
            <Card>
              <NationalLegend />
              <NationalTable rows={rows} year={year} />
            </Card>
            <p className="sm mut mt-3">{t("rule")}</p>
            <Card title={t("provinces.title", { year: String(year) })} className="mt-5">
              <ProvinceValues figures={figures} year={year} />
            </Card>
          </Written>
        </>
      )}
    </Frame>
  );
}

const longestPeriod = (rows: readonly NationalRow[]) =>
  rows
    .flatMap(({ value }) => value ?? [])
    .reduce<{ from: string; to: string } | null>(
      (known, { from, to }) => ({
        from: known && known.from < from ? known.from : from,
        to: known && known.to > to ? known.to : to,
      }),
      null,
    );

type Chosen = { figures: Figures; year: number; place: string };

async function ChooseForm({ figures, year, place }: Chosen) {
  const [t, locale] = await Promise.all([getTranslations("national.choose"), getLocale()]);
  const years = figures.years.includes(year) ? figures.years : [year, ...figures.years];
  return (
    <form className="nat-choose noprint" aria-label={t("label")}>
      <Select
        name="year"
        label={t("year")}
        defaultValue={String(year)}
        options={years.map((one) => ({ value: String(one), label: String(one) }))}
      />
      <Select
        name="place"
        label={t("place")}
        placeholder={t("nation")}
        defaultValue={place}
        options={figures.provinces.map((one) => ({ value: one.code, label: placeName(one, locale) }))}
      />
      <Button type="submit">{t("show")}</Button>
    </form>
  );
}
