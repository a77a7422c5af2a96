import { getLocale, getTranslations } from "next-intl/server";
import { MenteeHistory } from "@/components/mentorship/mentee-history";
import { MenteeSteps } from "@/components/mentorship/mentee-steps";
import { StatusForm } from "@/components/mentorship/status-form";
import { StepList } from "@/components/mentorship/step-list";
import { ClientMessages } from "@/components/shell/client-messages";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { can } from "@/lib/access/can";
import { pageRead } from "@/lib/access/page-read";
import { requireActor } from "@/lib/access/session";
import { uuidv7 } from "@/lib/changes/uuid";
import { today } from "@/lib/clock";
import { placeName } from "@/lib/i18n/place-name";
import { menteePage } from "@/lib/mentorship/queries";
import { Frame } from "../../frame";

type Props = { params: Promise<{ id: string }> };

export default async function MenteePage({ params }: Props) {
  const actor = await requireActor("mentorship.read");
  const page = await pageRead(menteePage(actor, (await params).id));
  const { mentee, steps } = page;
  const [t, words, locale] = [
    await getTranslations("mentees.page"),
    await getTranslations("mentorship"),
    await getLocale(),
  ];
  const where = { districtId: mentee.districtId, villageId: null };
  const mayRecord = can(actor, "mentorship.record", where);
  const lead = [
    words(`profession.${mentee.profession}`),
    placeName({ nameLo: mentee.facilityLo, nameEn: mentee.facilityEn }, locale),
    words(`state.${mentee.status}`),
  ];
  return (
    <Frame actor={actor} active="mentees">
      <PageHeader
        title={mentee.name}
        lead={lead.join(" · ")}
        action={<ButtonLink href="/mentees">{t("all")}</ButtonLink>}
      />
      <div className="stack">
        <MenteeSteps page={page} />
        <StepList steps={steps} today={today()} place={mentee.districtId} mayRecord={mayRecord} all />
        <MenteeHistory page={page} />
        {mayRecord && mentee.status !== "replaced" && (
          <Card title={t("change")}>
            <ClientMessages domains={["mentees.page", "mentorship"]}>
              <StatusForm
                first={{ changeId: uuidv7() }}
                menteeId={mentee.id}
                place={mentee.districtId}
                status={mentee.status}
                today={today()}
              />
            </ClientMessages>
            <p className="mt-4">
              <ButtonLink href={`/mentees/new?replaces=${mentee.id}`}>{t("replace")}</ButtonLink>
            </p>
          </Card>
        )}
      </div>
    </Frame>
  );
}
