import { getLocale, getTranslations } from "next-intl/server";
import { DialogueFacts, LateAsks, ReferredList } from "@/components/dialogues/dialogue-parts";
import { ClientMessages } from "@/components/shell/client-messages";
import { CodeForm } from "@/components/themes/code-form";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { can } from "@/lib/access/can";
import { pageRead } from "@/lib/access/page-read";
import { requireActor } from "@/lib/access/session";
import { uuidv7 } from "@/lib/changes/uuid";
import { dialoguePage } from "@/lib/dialogues/queries";
import { formatDate } from "@/lib/i18n/format";
import { placeName } from "@/lib/i18n/place-name";
import { Frame } from "../../frame";

type Props = { params: Promise<{ id: string }> };

export default async function DialoguePage({ params }: Props) {
  const actor = await requireActor("record.read");
  const { dialogue, open } = await pageRead(dialoguePage(actor, (await params).id));
  const [t, locale] = [await getTranslations("dialogues"), await getLocale()];
  const where = { districtId: dialogue.districtId, villageId: null };
  const themes = await getTranslations("themes");
  const mayRefer = can(actor, "instruction.give", where);
  const district = { nameLo: dialogue.districtLo, nameEn: dialogue.districtEn };
  return (
    <Frame actor={actor} active="dialogues">
      <PageHeader
        title={t("one", { date: formatDate(dialogue.date, locale) })}
        lead={placeName(district, locale)}
        action={<ButtonLink href="/dialogues">{t("all")}</ButtonLink>}
      />
      <div className="stack">
        <DialogueFacts dialogue={dialogue}>
          {can(actor, "dialogue.record", where) && (
            <details className="mt-2 noprint">
              <summary className="sm med py-2">{themes("code", { what: themes("one.dialogue") })}</summary>
              <ClientMessages domains={["problems.themes"]}>
                <CodeForm
                  key={dialogue.themesSeen}
                  first={{ changeId: uuidv7() }}
                  kind="dialogue"
                  subject={dialogue.id}
                  themes={dialogue.themes ?? null}
                  seen={dialogue.themesSeen}
                />
              </ClientMessages>
            </details>
          )}
        </DialogueFacts>
        <ReferredList dialogue={dialogue} mayRefer={mayRefer} />
        {mayRefer && <LateAsks dialogue={dialogue} open={open} />}
      </div>
    </Frame>
  );
}
