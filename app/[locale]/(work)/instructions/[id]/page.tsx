import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { AnswerForm } from "@/components/instructions/answer-form";
import { InstructionFacts } from "@/components/instructions/instruction-facts";
import { WhatsappText } from "@/components/instructions/whatsapp-text";
import { ClientMessages } from "@/components/shell/client-messages";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { PrintButton } from "@/components/ui/print-button";
import { can } from "@/lib/access/can";
import { mainRole } from "@/lib/access/navigation";
import { requireActor } from "@/lib/access/session";
import { formatDate } from "@/lib/i18n/format";
import { instructionsFor } from "@/lib/instructions/queries";
import { officesOf } from "@/lib/plans/offices";
import { Frame } from "../../frame";

type Props = { params: Promise<{ id: string }> };

export default async function InstructionPage({ params }: Props) {
  const actor = await requireActor("record.read");
  const { id } = await params;
  if (!/^[0-9a-f-]{36}$/.test(id)) notFound();
  const [instruction] = await instructionsFor(actor, { id });
  if (!instruction) notFound();
  const locale = await getLocale();
  const t = await getTranslations("instructions.record");
  const office = await getTranslations("plans.office");
  const date = formatDate(instruction.date, locale);
  const message = [
    t("message", { date, office: office(instruction.toOffice), text: instruction.text }),
    instruction.due ? t("messageDue", { date: formatDate(instruction.due, locale) }) : "",
  ].join(" ");
  return (
    <Frame actor={actor} active="instructions">
      <PageHeader
        title={t("title", { office: office(instruction.toOffice) })}
        action={<PrintButton>{t("slip")}</PrintButton>}
      />
      <div className="stack max-w-[720px]">
        <InstructionFacts instruction={instruction} />
        {can(actor, "instruction.answer") && (
          <Card title={t("answer")} className="noprint">
            <ClientMessages domains={["instructions", "plans"]}>
              <AnswerForm
                place={instruction.place}
                instructionId={instruction.id}
                office={officesOf([mainRole(actor)])[0] ?? instruction.toOffice}
                inPerson={instruction.delivery === "tell_in_person"}
              />
            </ClientMessages>
          </Card>
        )}
        <Card title={t("whatsapp")} className="noprint">
          <WhatsappText text={message.trim()} help={t("whatsappHelp")} open={t("openWhatsapp")} />
        </Card>
      </div>
    </Frame>
  );
}
