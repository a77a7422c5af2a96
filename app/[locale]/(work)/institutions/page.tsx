import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { AgreementForm, InstitutionForm } from "@/components/money/institution-forms";
import { AgreementList, InstitutionList } from "@/components/money/institution-lists";
import { SectionLinks } from "@/components/money/section-links";
import { ClientMessages } from "@/components/shell/client-messages";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { FileLinks } from "@/components/ui/file-links";
import { PageHeader } from "@/components/ui/page-header";
import { can } from "@/lib/access/can";
import { requireActor } from "@/lib/access/session";
import { uuidv7 } from "@/lib/changes/uuid";
import { today } from "@/lib/clock";
import { formatNumber } from "@/lib/i18n/format";
import { placeName } from "@/lib/i18n/place-name";
import { institutionRegister } from "@/lib/money/institution-queries";
import { standingOn } from "@/lib/money/institutions";
import { Frame } from "../frame";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("money.section"))("institutions") };
}

type Props = { searchParams: Promise<{ institution?: string; agreement?: string }> };

export default async function InstitutionsPage({ searchParams }: Props) {
  const actor = await requireActor("rollout.read");
  const [register, asked, t, locale] = await Promise.all([
    institutionRegister(actor),
    searchParams,
    getTranslations("money"),
    getLocale(),
  ]);
  const records = can(actor, "rollout.record");
  const { institutions, agreements } = register;
  const institution = institutions.find(({ id }) => id === asked.institution) ?? null;
  const agreement = agreements.find(({ id }) => id === asked.agreement) ?? null;
  const ended = institutions.filter((one) => standingOn(one, today()) === "ended").length;
  const n = (value: number) => formatNumber(value, locale);
  const first = (kept: { id: string } | null) => ({ changeId: uuidv7(), subject: kept?.id ?? uuidv7() });
  return (
    <Frame actor={actor} active="funders">
      <PageHeader
        title={t("institutions.title", { n: n(institutions.length), m: n(agreements.length) })}
        lead={t("institutions.lead", { n: n(ended) })}
        action={<FileLinks path="/api/institutions" />}
      />
      <SectionLinks now="institutions" all />
      <div className="stack">
        {records && (institution || asked.institution === "new") && (
          <Card title={institution ? placeName(institution, locale) : t("institutions.new")}>
            <ClientMessages domains={["money"]}>
              <InstitutionForm
                key={institution?.id ?? "new"}
                institutions={institutions}
                kept={institution}
                first={first(institution)}
              />
            </ClientMessages>
          </Card>
        )}
        {records && (agreement || asked.agreement === "new") && (
          <Card title={agreement?.title ?? t("agreements.new")}>
            <ClientMessages domains={["money"]}>
              <AgreementForm
                key={agreement?.id ?? "new"}
                institutions={institutions}
                kept={agreement}
                first={first(agreement)}
              />
            </ClientMessages>
          </Card>
        )}
        <Card
          title={t("institutions.list")}
          action={
            records && <ButtonLink href="/institutions?institution=new">{t("institutions.new")}</ButtonLink>
          }
        >
          <InstitutionList institutions={institutions} today={today()} records={records} />
        </Card>
        <Card
          title={t("agreements.title")}
          action={
            records && <ButtonLink href="/institutions?agreement=new">{t("agreements.new")}</ButtonLink>
          }
        >
          <AgreementList {...register} today={today()} records={records} />
        </Card>
      </div>
    </Frame>
  );
}
