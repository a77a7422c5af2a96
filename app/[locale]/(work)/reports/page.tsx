import { getLocale, getTranslations } from "next-intl/server";
import { DistrictChoice } from "@/components/districts/district-choice";
import { ReportsList } from "@/components/indicators/reports-list";
import { ChipLink } from "@/components/ui/chip";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/access/session";
import { today } from "@/lib/clock";
import { reviewedDistrict } from "@/lib/districts/choose";
import { formatDate, formatNumber } from "@/lib/i18n/format";
import { firstDay, lastFullMonth, monthsUntil } from "@/lib/indicators/months";
import { reportsOfMonth } from "@/lib/indicators/report-queries";
import { dueDateOf, expectedIn, standingOf } from "@/lib/indicators/reporting";
import { Frame } from "../frame";

type Props = { searchParams: Promise<{ district?: string; month?: string }> };

export default async function ReportsPage({ searchParams }: Props) {
  const actor = await requireActor("report.verify");
  const { district: asked, month } = await searchParams;
  const { districts, district } = await reviewedDistrict(actor, asked);
  if (!district) {
    return (
      <Frame actor={actor} active="reports">
        <DistrictChoice districts={districts} to="/reports" />
      </Frame>
    );
  }
  const months = monthsUntil(lastFullMonth(today()), 6).reverse();
  const period = months.find((one) => String(one) === month) ?? (months[0] as number);
  const [{ reporters, rules }, t, locale] = await Promise.all([
    reportsOfMonth(actor, { districtId: district.id, period }),
    getTranslations("indicators.office"),
    getLocale(),
  ]);
  const due = dueDateOf(period, rules);
  const expected = reporters.filter((one) => expectedIn(one, period));
  const rows = expected.map((one) => ({ ...one, standing: standingOf(one, due, today()) }));
  const n = (value: number) => formatNumber(value, locale);
  const inNow = rows.filter(({ standing }) => standing.received).length;
  const waiting = rows.filter(({ standing }) => standing.state === "submitted").length;
  const name = (one: number) => formatDate(firstDay(one), locale, "month");
  const code = district.code ?? district.id;
  return (
    <Frame actor={actor} active="reports">
      <PageHeader
        title={t("title", { k: n(inNow), n: n(rows.length), month: name(period) })}
        lead={t("lead", { date: formatDate(due, locale), waiting: n(waiting) })}
      />
      <nav className="chips mb-4 noprint" aria-label={t("months")}>
        {months.map((one) => (
          <ChipLink key={one} href={`/reports?district=${code}&month=${one}`} current={one === period}>
            {name(one)}
          </ChipLink>
        ))}
      </nav>
      <ReportsList rows={rows} due={due} />
      <p className="sm mut mt-4">
        {t("notBegun", {
          count: reporters.length - expected.length,
          n: n(reporters.length - expected.length),
        })}
      </p>
    </Frame>
  );
}
