import { getLocale, getTranslations } from "next-intl/server";
import { ProvinceTable } from "@/components/rollout/province-table";
import { PublishedFigures } from "@/components/rollout/published-figures";
import { ReachSteps } from "@/components/rollout/reach-steps";
import { TileGrid } from "@/components/rollout/tile-grid";
import { UntilForm } from "@/components/rollout/until-form";
import { ClientMessages } from "@/components/shell/client-messages";
import { Card } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/access/session";
import { isoDate } from "@/lib/changes/fields";
import { today } from "@/lib/clock";
import { formatDate, formatNumber } from "@/lib/i18n/format";
import { reachUntil } from "@/lib/rollout/queries";
import { Frame } from "../frame";

type Props = { searchParams: Promise<{ day?: string; month?: string; year?: string; on?: string }> };

export default async function RolloutPage({ searchParams }: Props) {
  const actor = await requireActor("rollout.read");
  const asked = isoDate.safeParse((await searchParams).on);
  const on = asked.success ? asked.data : today();
  const reach = await reachUntil(actor, on);
  const [locale, t] = [await getLocale(), await getTranslations("rollout")];
  const n = (value: number) => formatNumber(value, locale);
  const last = reach.steps.at(-1);
  return (
    <Frame actor={actor} active="rollout">
      <PageHeader
        title={
          last
            ? t("title", {
                villages: n(last.villages),
                districts: n(last.districts),
                provinces: n(last.provinces),
              })
            : t("empty")
        }
        lead={t("lead", { date: formatDate(on, locale) })}
        action={
          <a className="btn" href={`/api/rollout/reach?on=${on}`} download>
            <Icon name="download" />
            {t("download")}
          </a>
        }
      />
      <ClientMessages domains={["rollout"]}>
        <UntilForm on={on} />
      </ClientMessages>
      <div className="aside-grid mt-4">
        <div className="stack">
          <Card title={t("steps")}>
            <ReachSteps steps={reach.steps} published={reach.published} on={on} />
          </Card>
          <PublishedFigures figures={reach.published} />
        </div>
        <Card title={t("grid")}>
          <TileGrid provinces={reach.provinces} />
        </Card>
      </div>
      <Card title={t("byProvince")} className="mt-5">
        <ProvinceTable provinces={reach.provinces} />
      </Card>
    </Frame>
  );
}
