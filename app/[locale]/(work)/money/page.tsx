import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { Select } from "@/components/form/select";
import { LateList, LineTable } from "@/components/money/line-tables";
import { PayerTable, UnitCosts, VillagesPaid, YearsTable } from "@/components/money/payer-cards";
import { SectionLinks } from "@/components/money/section-links";
import { SheetCard } from "@/components/plans/sheet-card";
import { ClientMessages } from "@/components/shell/client-messages";
import { Button, ButtonAnchor, ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { can } from "@/lib/access/can";
import { requireActor } from "@/lib/access/session";
import { today } from "@/lib/clock";
import { formatNumber, formatPercent } from "@/lib/i18n/format";
import { placeName } from "@/lib/i18n/place-name";
import { askedMoney } from "@/lib/money/asked";
import { type KeptLine, type Money, moneyOf } from "@/lib/money/budget-queries";
import { moneyView } from "@/lib/money/view";
import { Frame } from "../frame";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("money.section"))("pays") };
}

type Props = { searchParams: Promise<{ year?: string; province?: string }> };

export default async function MoneyPage({ searchParams }: Props) {
  const actor = await requireActor("budget.read");
  const { year, province } = askedMoney(await searchParams, today());
  const [money, t, locale] = await Promise.all([
    moneyOf(actor, year, province),
    getTranslations("money.budget"),
    getLocale(),
  ]);
  const view = moneyView(money, today());
  const nation = actor.scope.budgetNation;
  const own = actor.assignments[0];
  const chosen = money.provinces.find(({ id }) => id === province);
  const place = chosen
    ? placeName(chosen, locale)
    : nation || !own
      ? t("nation")
      : placeName({ nameLo: own.placeNameLo, nameEn: own.placeNameEn }, locale);
  const records = { district: can(actor, "budget.record"), nation: can(actor, "budget.recordNational") };
  const mayChange = (line: KeptLine) => (line.districtId ? records.district : records.nation);
  const file = (format: string) =>
    `/api/money?format=${format}&locale=${locale}&year=${year}${province ? `&province=${province}` : ""}`;
  const n = (value: number) => formatNumber(value, locale);
  return (
    <Frame actor={actor} active={nation ? "funders" : "budget"}>
      <PageHeader
        title={
          view.share === null
            ? t("titleNone", { year: String(year) })
            : t("titleShare", { share: formatPercent(view.share, locale), year: String(year) })
        }
        lead={t("lead", { place, lines: n(view.lines.length), workshops: n(money.workshops.held) })}
        action={
          <>
            {(records.district || records.nation) && (
              <ButtonLink href={`/money/new?year=${year}`} icon="plus">
                {t("new")}
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
      <SectionLinks now="pays" all={can(actor, "rollout.read")} />
      <ChooseForm money={money} year={year} province={province} nation={nation} />
      <div className="stack">
        <Card title={t("byPayer")}>
          <PayerTable view={view} />
          <p className="xs mut mt-2">{t("ownRule")}</p>
        </Card>
        <div className="money-pair">
          <Card title={t("villages", { year: String(year) })}>
            <VillagesPaid view={view} year={year} />
          </Card>
          <Card title={t("unit")}>
            <UnitCosts
              workshops={money.workshops}
              villages={money.villageUnit}
              mentorship={money.mentorship}
              sessions={money.sessions}
            />
          </Card>
          <Card title={t("late")}>
            <LateList money={money} view={view} />
          </Card>
          <Card title={t("years")}>
            <YearsTable view={view} />
          </Card>
        </div>
        <Card title={t("lines", { year: String(year) })}>
          <LineTable money={money} view={view} year={year} mayChange={mayChange} />
        </Card>
        {(records.district || records.nation) && (
          <Card title={t("sheet")}>
            <ClientMessages domains={["plans.files"]}>
              <SheetCard address={`/api/money/sheet?year=${year}`} download={t("sheetOut")} />
            </ClientMessages>
          </Card>
        )}
        <p className="sm mut">{t("law")}</p>
      </div>
    </Frame>
  );
}

type Chosen = { money: Money; year: number; province: string | null; nation: boolean };

async function ChooseForm({ money, year, province, nation }: Chosen) {
  const [t, locale] = [await getTranslations("money.budget"), await getLocale()];
  const years = [...new Set([year, ...money.years.map((one) => one.year)])].sort((a, b) => b - a);
  return (
    <form className="money-choose noprint" aria-label={t("chooseLabel")}>
      <Select
        name="year"
        label={t("year")}
        defaultValue={String(year)}
        options={years.map((one) => ({ value: String(one), label: String(one) }))}
      />
      {nation && (
        <Select
          name="province"
          label={t("place")}
          placeholder={t("all")}
          defaultValue={province ?? ""}
          options={money.provinces.map((one) => ({ value: one.id, label: placeName(one, locale) }))}
        />
      )}
      <Button type="submit">{t("show")}</Button>
    </form>
  );
}
