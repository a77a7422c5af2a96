import { getLocale } from "next-intl/server";
import { SetAsideForm } from "@/components/form/set-aside-form";
import { FacilitatorForm, FacilitatorTrainingForm } from "@/components/rollout/facilitator-forms";
import { PlanChoice } from "@/components/rollout/plan-choice";
import { FacilitatorRegister } from "@/components/rollout/register";
import { ClientMessages } from "@/components/shell/client-messages";
import { ButtonAnchor, ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { can } from "@/lib/access/can";
import { pageRead } from "@/lib/access/page-read";
import { requireActor } from "@/lib/access/session";
import { uuidv7 } from "@/lib/changes/uuid";
import { today } from "@/lib/clock";
import { placeName } from "@/lib/i18n/place-name";
import { setTrainingAsideAction } from "@/lib/rollout/facilitator-actions";
import { registerOf } from "@/lib/rollout/facilitator-queries";
import { readPlanAddress } from "@/lib/rollout/plan-address";
import { planPlaces } from "@/lib/rollout/plan-queries";
import { rolloutWords } from "@/lib/rollout/words";
import { Frame } from "../../frame";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function FacilitatorsPage({ searchParams }: Props) {
  const actor = await requireActor("rollout.read");
  const [asked, words] = [await searchParams, await rolloutWords(await getLocale())];
  const places = await planPlaces(actor, Number(today().slice(0, 4)));
  const address = readPlanAddress(asked, places, today());
  const { province } = address;
  const { facilitators, districts } = await pageRead(registerOf(actor, { within: province.id, on: today() }));
  const { t, n, locale } = words;
  const trained = facilitators.filter(({ trainings }) => trainings.length > 0).length;
  const first = () => ({ changeId: uuidv7(), subject: uuidv7() });
  const plans = can(actor, "rollout.plan");
  const chosen = plans ? facilitators.find(({ id }) => id === asked.person) : undefined;
  const href = ({ id }: { id: string }) => `/rollout/facilitators?province=${province.code}&person=${id}`;
  const file = `/api/rollout/facilitators/${province.code}?locale=${locale}`;
  return (
    <Frame actor={actor} active="rollout">
      <PageHeader
        title={t("team.title", {
          place: placeName(province, locale),
          n: n(facilitators.length),
          trained: n(trained),
        })}
        lead={t("team.lead")}
        action={
          <>
            <ButtonLink href="/rollout" icon="back">
              {t("plan.back")}
            </ButtonLink>
            {(["xlsx", "csv"] as const).map((format) => (
              <ButtonAnchor key={format} icon="download" href={`${file}&format=${format}`} download>
                {t("downloads", { format: format === "csv" ? "CSV" : "Excel" })}
              </ButtonAnchor>
            ))}
          </>
        }
      />
      <div className="stack">
        <PlanChoice address={address} places={places} words={words} onlyProvince />
        {facilitators.length === 0 ? (
          <EmptyState title={t("team.none")} why={t("team.noneWhy")} />
        ) : (
          <Card>
            <FacilitatorRegister facilitators={facilitators} words={words} href={plans ? href : null} />
            <p className="sm mut mt-2">{t("team.note")}</p>
          </Card>
        )}
        {chosen && (
          <Card title={t("team.changeTitle", { name: chosen.name })}>
            <ClientMessages domains={["rollout.team"]}>
              <FacilitatorForm key={chosen.id} districts={[]} first={first()} kept={chosen} />
              {chosen.trainings.map((training) => (
                <details key={training.id} className="mt-4">
                  <summary className="fold-line">
                    {words.day(training.date)} · {training.topic}
                  </summary>
                  <div className="stack mt-2">
                    <FacilitatorTrainingForm
                      people={[{ value: `${chosen.id}@${chosen.districtId}`, label: chosen.name }]}
                      today={today()}
                      first={first()}
                      kept={training}
                    />
                    <SetAsideForm
                      action={setTrainingAsideAction}
                      record={{ subject: training.id, place: chosen.districtId }}
                      out={false}
                      changeId={uuidv7()}
                    />
                  </div>
                </details>
              ))}
            </ClientMessages>
          </Card>
        )}
        {plans && (
          <ClientMessages domains={["rollout.team"]}>
            <div className="aside-grid">
              <Card title={t("team.add")}>
                <FacilitatorForm
                  districts={districts.map((one) => ({ value: one.id, label: placeName(one, locale) }))}
                  first={first()}
                />
              </Card>
              {facilitators.length > 0 && (
                <Card title={t("team.addTraining")}>
                  <FacilitatorTrainingForm
                    people={facilitators.map((one) => ({
                      value: `${one.id}@${one.districtId}`,
                      label: one.name,
                    }))}
                    today={today()}
                    first={first()}
                  />
                </Card>
              )}
            </div>
          </ClientMessages>
        )}
      </div>
    </Frame>
  );
}
