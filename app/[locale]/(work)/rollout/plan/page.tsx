import { getLocale } from "next-intl/server";
import { LinesIn } from "@/components/plans/sheet-card";
import { PlanChoice } from "@/components/rollout/plan-choice";
import { PlanEntry } from "@/components/rollout/plan-entry";
import { PlanLines } from "@/components/rollout/plan-lines";
import { ClientMessages } from "@/components/shell/client-messages";
import { ButtonAnchor, ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { ChipLink } from "@/components/ui/chip";
import { PageHeader } from "@/components/ui/page-header";
import { can } from "@/lib/access/can";
import { pageRead } from "@/lib/access/page-read";
import { requireActor } from "@/lib/access/session";
import { today } from "@/lib/clock";
import { placeName } from "@/lib/i18n/place-name";
import { type PlanAddress, planHref, readPlanAddress } from "@/lib/rollout/plan-address";
import { planOfPlace, planPlaces } from "@/lib/rollout/plan-queries";
import { rolloutWords } from "@/lib/rollout/words";
import { Frame } from "../../frame";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function RolloutPlanPage({ searchParams }: Props) {
  const actor = await requireActor("rollout.read");
  const asked = await searchParams;
  const words = await rolloutWords(await getLocale());
  const year = readPlanAddress(asked, [], today()).year;
  const places = await planPlaces(actor, year);
  const address: PlanAddress = readPlanAddress(asked, places, today());
  const { province } = address;
  const plan = await pageRead(planOfPlace(actor, { year, within: province.id, on: today() }));
  const { t, n, locale } = words;
  const plans = can(actor, "rollout.plan");
  const name = placeName(province, locale);
  const held = plan.lines.filter(({ heldOn }) => heldOn).length;
  const file = `/api/rollout/plan/${province.code}?year=${year}`;
  const districts = places.filter(({ provinceId }) => provinceId === province.id);
  const [planned, empty] = [
    districts.filter(({ lines }) => lines > 0),
    districts.filter(({ lines }) => lines === 0),
  ];
  return (
    <Frame actor={actor} active="rollout">
      <PageHeader
        title={t(plan.lines.length > 0 ? "plan.title" : "plan.none", {
          place: name,
          n: n(plan.lines.length),
          held: n(held),
          year: String(year),
        })}
        lead={t("plan.lead")}
        action={
          <ButtonLink href="/rollout" icon="back">
            {t("plan.back")}
          </ButtonLink>
        }
      />
      <div className="stack">
        <PlanChoice address={address} places={places} words={words} />
        {plans && (address.district || address.line) && (
          <PlanEntry address={address} plan={plan} places={places} words={words} />
        )}
        <div className="aside-grid">
          <div className="stack">
            {plans && empty.length > 0 && (
              <nav className="chips noprint" aria-label={t("plan.empty")}>
                <span className="sm mut">{t("plan.empty")}</span>
                {empty.map(({ code, ...district }) => (
                  <ChipLink key={code} href={planHref({ ...address, district: code, line: null })}>
                    {t("plan.add", { district: placeName(district, locale) })}
                  </ChipLink>
                ))}
              </nav>
            )}
            {planned.map((district) => (
              <Card
                key={district.id}
                title={t("plan.district", { district: placeName(district, locale), n: n(district.lines) })}
                action={
                  plans && (
                    <ButtonLink
                      href={planHref({ ...address, district: district.code, line: null })}
                      aria-label={t("plan.add", { district: placeName(district, locale) })}
                    >
                      {t("plan.addShort")}
                    </ButtonLink>
                  )
                }
              >
                <PlanLines
                  lines={plan.lines.filter(({ districtId }) => districtId === district.id)}
                  institutions={plan.institutions}
                  today={today()}
                  href={
                    plans ? ({ id }) => planHref({ ...address, district: district.code, line: id }) : null
                  }
                  words={words}
                />
              </Card>
            ))}
          </div>
          <Card title={t("plan.sheet")} className="stack-s">
            <p className="sm mut">{t("plan.sheetHelp")}</p>
            {(["xlsx", "csv"] as const).map((format) => (
              <ButtonAnchor
                key={format}
                icon="download"
                wide
                href={`${file}&format=${format}&locale=${locale}`}
                download
              >
                {t("plan.download", { format: format === "csv" ? "CSV" : "Excel" })}
              </ButtonAnchor>
            ))}
            {plans && (
              <ClientMessages domains={["plans.files"]}>
                <LinesIn address={file} />
              </ClientMessages>
            )}
          </Card>
        </div>
      </div>
    </Frame>
  );
}
