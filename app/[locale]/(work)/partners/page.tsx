import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { Select } from "@/components/form/select";
import { SetAsideForm } from "@/components/form/set-aside-form";
import { TextField } from "@/components/form/text-field";
import { ActivityForm } from "@/components/money/activity-form";
import { ActivityList, PartnerMatrix } from "@/components/money/partner-tables";
import { SectionLinks } from "@/components/money/section-links";
import { SheetCard } from "@/components/plans/sheet-card";
import { ClientMessages } from "@/components/shell/client-messages";
import { Button, ButtonAnchor, ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { can } from "@/lib/access/can";
import { requireActor } from "@/lib/access/session";
import { uuidv7 } from "@/lib/changes/uuid";
import { today } from "@/lib/clock";
import { formatNumber } from "@/lib/i18n/format";
import { placeName } from "@/lib/i18n/place-name";
import { setActivityAsideAction } from "@/lib/money/actions";
import { partnerRegister } from "@/lib/money/partner-queries";
import { partnerView } from "@/lib/money/partner-view";
import { partnerThemes } from "@/lib/money/vocabularies";
import { Frame } from "../frame";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("money.section"))("partners") };
}

type Props = { searchParams: Promise<{ year?: string; within?: string; activity?: string }> };

export default async function PartnersPage({ searchParams }: Props) {
  const actor = await requireActor("rollout.read");
  const [register, asked, t, locale] = await Promise.all([
    partnerRegister(actor),
    searchParams,
    getTranslations("money.partners"),
    getLocale(),
  ]);
  const { year, within, matrix, provinces } = partnerView(register, actor, asked, today());
  const records = can(actor, "rollout.record");
  const activity = register.activities.find(({ id }) => id === asked.activity) ?? null;
  const out = await getTranslations("history.setAside");
  const nameOf = (id: string) => {
    const found = register.institutions.find((one) => one.id === id);
    return found && placeName(found, locale);
  };
  const n = (value: number) => formatNumber(value, locale);
  const file = (format: string) =>
    `/api/partners?format=${format}&locale=${locale}&year=${year}&within=${within?.id ?? ""}`;
  return (
    <Frame actor={actor} active={actor.scope.budgetNation ? "funders" : "budget"}>
      <PageHeader
        title={
          matrix.partners === 0
            ? t("titleEmpty", { year: String(year) })
            : t("title", { partners: n(matrix.partners), year: String(year) })
        }
        lead={t("lead", {
          gaps: n(matrix.gaps),
          overlaps: n(matrix.overlaps),
          cells: n(matrix.rows.length * partnerThemes.length),
        })}
        action={
          <>
            {records && (
              <ButtonLink href="/partners?activity=new" icon="plus">
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
      <SectionLinks now="partners" all />
      <form className="money-choose noprint" aria-label={t("chooseLabel")}>
        <TextField
          name="year"
          label={t("year")}
          inputMode="numeric"
          maxLength={4}
          defaultValue={String(year)}
        />
        <Select
          name="within"
          label={t("place")}
          placeholder={t("provinces")}
          defaultValue={within?.id ?? ""}
          options={provinces.map((one) => ({ value: one.id, label: placeName(one, locale) }))}
        />
        <Button type="submit">{t("show")}</Button>
      </form>
      <div className="stack">
        {records && (activity || asked.activity === "new") && (
          <Card title={t(activity ? "change" : "new")}>
            <ClientMessages domains={["money"]}>
              <ActivityForm
                key={activity?.id ?? "new"}
                places={register.places}
                institutions={register.institutions}
                kept={activity}
                first={{ changeId: uuidv7(), subject: activity?.id ?? uuidv7() }}
              />
            </ClientMessages>
            {activity && (
              <div className="mt-4">
                <SetAsideForm
                  action={setActivityAsideAction}
                  record={{ subject: activity.id }}
                  out={false}
                  changeId={uuidv7()}
                />
              </div>
            )}
          </Card>
        )}
        <Card title={t("matrix", { year: String(year) })}>
          <PartnerMatrix matrix={matrix} />
          <p className="xs mut mt-2">{t("rule")}</p>
        </Card>
        <Card title={t("list")}>
          <ActivityList {...register} records={records} />
        </Card>
        {register.out.length > 0 && (
          <Card title={out("title")}>
            <ActivityList {...register} activities={register.out} records={false} />
            <ul className="stack mt-4">
              {register.out.map(({ id, institutionId }) => (
                <li key={id}>
                  <p>
                    <b>{nameOf(institutionId)}</b>
                  </p>
                  <SetAsideForm
                    action={setActivityAsideAction}
                    record={{ subject: id }}
                    out
                    changeId={uuidv7()}
                  />
                </li>
              ))}
            </ul>
          </Card>
        )}
        {records && (
          <Card title={t("sheet")}>
            <ClientMessages domains={["plans.files"]}>
              <SheetCard address="/api/partners/sheet" download={t("sheetOut")} />
            </ClientMessages>
          </Card>
        )}
      </div>
    </Frame>
  );
}
