import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ChecklistForm } from "@/components/mentorship/checklist-form";
import { ClientMessages } from "@/components/shell/client-messages";
import { PageHeader } from "@/components/ui/page-header";
import { pageRead } from "@/lib/access/page-read";
import { requireActor } from "@/lib/access/session";
import { uuidv7 } from "@/lib/changes/uuid";
import { checklistsOf } from "@/lib/mentorship/checklist-commands";
import { lineOf } from "@/lib/mentorship/new-version";
import { Frame } from "../../../frame";

type Props = { params: Promise<{ id: string }> };

export default async function ChecklistPage({ params }: Props) {
  const actor = await requireActor("instrument.manage");
  const { id } = await params;
  const list = (await pageRead(checklistsOf(actor))).find((one) => one.id === id);
  if (!list) notFound();
  const [t, locale] = [await getTranslations("checklists"), await getLocale()];
  const lines = Object.fromEntries(
    list.sections.map(({ code }) => [
      code,
      list.items
        .filter(({ section }) => section === code)
        .map(lineOf)
        .join("\n"),
    ]),
  );
  return (
    <Frame actor={actor} active="checklist">
      <PageHeader title={locale === "en" ? list.nameEn : list.nameLo} lead={t("formLead")} />
      <ClientMessages domains={["checklists"]}>
        <ChecklistForm list={list} lines={lines} first={{ changeId: uuidv7(), subject: uuidv7() }} />
      </ClientMessages>
    </Frame>
  );
}
