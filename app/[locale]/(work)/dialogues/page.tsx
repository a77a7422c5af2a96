import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DialogueForm } from "@/components/dialogues/dialogue-form";
import { DialogueList } from "@/components/dialogues/dialogue-list";
import { ClientMessages } from "@/components/shell/client-messages";
import { Card } from "@/components/ui/card";
import { can } from "@/lib/access/can";
import { pageRead } from "@/lib/access/page-read";
import { requireActor } from "@/lib/access/session";
import { uuidv7 } from "@/lib/changes/uuid";
import { today } from "@/lib/clock";
import { dialoguesFor } from "@/lib/dialogues/queries";
import { Frame } from "../frame";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("shell.tabs"))("dialogues") };
}

/** Meetings of a district with its villages, what they decided and referred, and when the next one is. */
export default async function DialoguesPage() {
  const actor = await requireActor("record.read");
  const dialogues = await pageRead(dialoguesFor(actor));
  const t = await getTranslations("dialogues");
  const [district] = actor.assignments.flatMap(({ districtIds }) => districtIds);
  const where = { districtId: district ?? null, villageId: null };
  return (
    <Frame actor={actor} active="dialogues">
      <DialogueList dialogues={dialogues} today={today()} />
      {district && can(actor, "dialogue.record", where) && (
        <Card title={t("form.title")} className="mt-4 noprint">
          <ClientMessages domains={["dialogues", "plans.office", "problems.themes"]}>
            <DialogueForm
              first={{ changeId: uuidv7(), subject: uuidv7() }}
              place={district}
              today={today()}
              districts={actor.assignments
                .filter(({ districtIds }) => districtIds.length === 1)
                .map(({ districtIds, placeNameLo }) => ({ id: String(districtIds[0]), name: placeNameLo }))}
            />
          </ClientMessages>
        </Card>
      )}
    </Frame>
  );
}
