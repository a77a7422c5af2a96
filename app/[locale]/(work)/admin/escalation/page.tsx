import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ReportingRuleForm } from "@/components/indicators/reporting-rule-form";
import { ReportingRuleList } from "@/components/indicators/reporting-rule-list";
import { EscalationForm } from "@/components/plans/escalation-form";
import { EscalationList } from "@/components/plans/escalation-list";
import { ClientMessages } from "@/components/shell/client-messages";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/access/session";
import { uuidv7 } from "@/lib/changes/uuid";
import { today } from "@/lib/clock";
import { formatNumber } from "@/lib/i18n/format";
import { reportingRuleOn } from "@/lib/indicators/reporting";
import { reportingRulesOf } from "@/lib/indicators/reporting-commands";
import { settingOn } from "@/lib/plans/escalation";
import { escalationSettingsOf } from "@/lib/plans/escalation-queries";
import { Frame } from "../../frame";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("plans.escalation"))("title") };
}

export default async function EscalationPage() {
  const actor = await requireActor("escalation.set");
  const [settings, rules, t, due, locale] = await Promise.all([
    escalationSettingsOf(actor),
    reportingRulesOf(actor),
    getTranslations("plans.escalation"),
    getTranslations("indicators.rule"),
    getLocale(),
  ]);
  const setting = settingOn(settings, today());
  const rule = reportingRuleOn(rules, today());
  const days = {
    hc: formatNumber(setting.healthCentreDays, locale),
    gov: formatNumber(setting.governorDays, locale),
  };
  return (
    <Frame actor={actor} active="escalation">
      <PageHeader title={t("title")} lead={t("now", days)} />
      <div className="stack">
        <p className="mut">{t("nation")}</p>
        <Card title={t("new")}>
          <ClientMessages domains={["plans"]}>
            <EscalationForm
              setting={setting}
              today={today()}
              first={{ changeId: uuidv7(), subject: uuidv7() }}
            />
          </ClientMessages>
        </Card>
        <Card title={t("earlier")}>
          <EscalationList settings={settings} />
        </Card>
        <Card title={due("title")}>
          <p className="mut mb-4">{due("now", { n: formatNumber(rule.dueDay, locale) })}</p>
          <ClientMessages domains={["indicators"]}>
            <ReportingRuleForm
              dueDay={rule.dueDay}
              today={today()}
              first={{ changeId: uuidv7(), subject: uuidv7() }}
            />
          </ClientMessages>
          <h3 className="mt-5">{t("earlier")}</h3>
          <ReportingRuleList rules={rules} />
        </Card>
      </div>
    </Frame>
  );
}
