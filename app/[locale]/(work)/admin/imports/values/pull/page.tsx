import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { LookAgain } from "@/components/exchange/look-again";
import { PullNowForms } from "@/components/exchange/pull-forms";
import { PullJournal } from "@/components/exchange/pull-journal";
import { PullSettingForm } from "@/components/exchange/pull-setting-form";
import { ClientMessages } from "@/components/shell/client-messages";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/access/session";
import { uuidv7 } from "@/lib/changes/uuid";
import { type PullSetting, pullOverview } from "@/lib/exchange/pull/queries";
import { formatDateTime, formatNumber } from "@/lib/i18n/format";
import { Frame } from "../../../../frame";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("pull"))("title") };
}

export default async function PullPage() {
  const actor = await requireActor("values.pull");
  const [{ setting, runs }, t, locale] = await Promise.all([
    pullOverview(actor),
    getTranslations("pull"),
    getLocale(),
  ]);
  const underWay = runs.find(({ state }) => state === "waiting" || state === "running");
  const lead = (found: PullSetting) => {
    if (!found.activeSince) return t("leadOff");
    const hour = `${String(found.hour).padStart(2, "0")}:00`;
    return found.rhythm === "daily"
      ? t("leadDaily", { hour })
      : t("leadMonthly", { hour, day: formatNumber(found.day, locale) });
  };
  return (
    <Frame actor={actor} active="imports">
      <PageHeader
        title={t("title")}
        lead={setting ? lead(setting) : t("leadNone")}
        action={<ButtonLink href="/admin/imports/values">{t("back")}</ButtonLink>}
      />
      <ClientMessages domains={["pull", "exchange"]}>
        <div className="stack">
          {setting && (
            <Card title={t("now.title")}>
              {underWay ? <p>{t("now.underWay")}</p> : <PullNowForms />}
              {underWay && <LookAgain />}
            </Card>
          )}
          <Card title={t("setting.title")}>
            {setting && (
              <p className="sm mut mb-4">
                {t("setting.by", { name: setting.by ?? "", when: formatDateTime(setting.setAt, locale) })}
              </p>
            )}
            <PullSettingForm setting={setting} first={{ changeId: uuidv7() }} />
          </Card>
          <h2>{t("journal.title")}</h2>
          <PullJournal runs={runs} />
        </div>
      </ClientMessages>
    </Frame>
  );
}
