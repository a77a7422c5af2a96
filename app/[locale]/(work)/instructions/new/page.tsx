import { forbidden } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { InstructForm } from "@/components/instructions/instruct-form";
import { ClientMessages } from "@/components/shell/client-messages";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { can } from "@/lib/access/can";
import { requireActor } from "@/lib/access/session";
import { matterOfKey } from "@/lib/attention/queries";
import { matterKey } from "@/lib/attention/schema";
import { subjectWords } from "@/lib/attention/subject";
import { id } from "@/lib/changes/fields";
import { actionText } from "@/lib/instructions/queries";
import { placeByCodeOrId } from "@/lib/places/queries";
import { type Office, offices } from "@/lib/plans/schema";
import { Frame } from "../../frame";

type Props = {
  searchParams: Promise<{
    district?: string;
    village?: string;
    action?: string;
    office?: string;
    about?: string;
    dialogue?: string;
  }>;
};

export default async function NewInstructionPage({ searchParams }: Props) {
  const actor = await requireActor("instruction.give");
  const query = await searchParams;
  const place = await placeByCodeOrId(actor, query.village || query.district || "");
  if (!place?.districtId) forbidden();
  const where = { districtId: place.districtId, villageId: place.level === "village" ? place.id : null };
  if (!can(actor, "instruction.give", where)) forbidden();
  const about = query.action ? await actionText(actor, query.action) : null;
  const office = offices.find((name) => name === query.office) as Office | undefined;
  const dialogue = id.safeParse(query.dialogue).data;
  const key = matterKey.safeParse(query.about).data;
  const matter = key ? await matterOfKey(actor, key) : null;
  const [t, words, locale] = [
    await getTranslations("instructions.new"),
    await getTranslations("attention"),
    await getLocale(),
  ];
  const named = matter && subjectWords(matter, { t: words, locale });
  return (
    <Frame actor={actor} active="instructions">
      <PageHeader title={t("title")} />
      <Card className="max-w-[640px]">
        <ClientMessages domains={["instructions", "plans"]}>
          <InstructForm
            place={place.id}
            actionId={about ? query.action : undefined}
            about={about ?? named?.about}
            matter={key}
            dialogueId={dialogue}
            text={named?.text}
            office={office}
            back={dialogue ? `/dialogues/${dialogue}` : `/instructions?district=${query.district ?? ""}`}
          />
        </ClientMessages>
      </Card>
    </Frame>
  );
}
