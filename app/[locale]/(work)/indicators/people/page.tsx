import { getLocale, getTranslations } from "next-intl/server";
import { DistrictChoice } from "@/components/districts/district-choice";
import { ChainForm } from "@/components/indicators/chain-form";
import { FigureForm } from "@/components/indicators/figure-form";
import { FigureList } from "@/components/indicators/figure-list";
import { ClientMessages } from "@/components/shell/client-messages";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { can } from "@/lib/access/can";
import { requireActor } from "@/lib/access/session";
import { uuidv7 } from "@/lib/changes/uuid";
import { today } from "@/lib/clock";
import { reviewedDistrict } from "@/lib/districts/choose";
import { placeName } from "@/lib/i18n/place-name";
import { districtPeople } from "@/lib/indicators/people-queries";
import { Frame } from "../../frame";

type Props = { searchParams: Promise<{ district?: string }> };

export default async function DistrictPeoplePage({ searchParams }: Props) {
  const actor = await requireActor("district.review");
  const { districts, district } = await reviewedDistrict(actor, (await searchParams).district);
  if (!district) {
    return (
      <Frame actor={actor} active="indicators">
        <DistrictChoice districts={districts} to="/indicators/people" />
      </Frame>
    );
  }
  const since = Number(today().slice(0, 4)) - 2;
  const [{ figures, counted }, t, f, locale] = [
    await districtPeople(actor, { districtId: district.id, since }),
    await getTranslations("indicators.chain"),
    await getTranslations("indicators.figure"),
    await getLocale(),
  ];
  const mayRecord = can(actor, "denominator.record", { districtId: district.id, villageId: null });
  return (
    <Frame actor={actor} active="indicators">
      <PageHeader title={t("title", { district: placeName(district, locale) })} lead={f("rule")} />
      <div className="stack">
        <Card title={f("title")}>
          {figures.length > 0 ? <FigureList figures={figures} /> : <p>{f("none")}</p>}
        </Card>
        {mayRecord && (
          <ClientMessages domains={["indicators"]}>
            <div className="aside-grid">
              <Card title={t("work")}>
                <p className="sm mut">{t("lead")}</p>
                <ChainForm place={district.id} today={today()} changeId={uuidv7()} counted={counted} />
              </Card>
              <Card title={f("save")}>
                <FigureForm
                  place={district.id}
                  today={today()}
                  first={{ changeId: uuidv7(), subject: uuidv7() }}
                />
              </Card>
            </div>
          </ClientMessages>
        )}
      </div>
    </Frame>
  );
}
