import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/components/shell/client-messages";
import { TrainingForm } from "@/components/trainings/training-form";
import { TrainingList } from "@/components/trainings/training-list";
import { Card } from "@/components/ui/card";
import { can } from "@/lib/access/can";
import { pageRead } from "@/lib/access/page-read";
import { requireActor } from "@/lib/access/session";
import { uuidv7 } from "@/lib/changes/uuid";
import { today } from "@/lib/clock";
import { trainingReaders, trainingsPage } from "@/lib/trainings/queries";
import { Frame } from "../frame";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("shell.tabs"))("trainings") };
}

/** Trainings of providers: who came by role, what they knew before and after, whose refresher is due. */
export default async function TrainingsPage() {
  const actor = await requireActor(...trainingReaders);
  const { trainings, facilities } = await pageRead(trainingsPage(actor));
  const t = await getTranslations("trainings");
  const [district] = actor.assignments.flatMap(({ districtIds }) => districtIds);
  const mayRecord = district && can(actor, "training.record", { districtId: district, villageId: null });
  return (
    <Frame actor={actor} active="trainings">
      <TrainingList trainings={trainings} today={today()} />
      {mayRecord && (
        <Card title={t("form.title")} className="mt-4 noprint">
          <ClientMessages domains={["trainings", "mentorship.profession"]}>
            <TrainingForm
              first={{ changeId: uuidv7(), subject: uuidv7() }}
              place={district}
              today={today()}
              facilities={facilities}
              earlier={trainings.map(({ id, topic, date }) => ({ id, topic, date }))}
            />
          </ClientMessages>
        </Card>
      )}
    </Frame>
  );
}
