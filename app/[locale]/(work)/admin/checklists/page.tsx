import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ChecklistList } from "@/components/mentorship/checklist-list";
import { PageHeader } from "@/components/ui/page-header";
import { pageRead } from "@/lib/access/page-read";
import { requireActor } from "@/lib/access/session";
import { checklistsOf } from "@/lib/mentorship/checklist-commands";
import { Frame } from "../../frame";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("checklists"))("title") };
}

export default async function ChecklistsPage() {
  const actor = await requireActor("instrument.manage");
  const checklists = await pageRead(checklistsOf(actor));
  const t = await getTranslations("checklists");
  return (
    <Frame actor={actor} active="checklist">
      <PageHeader title={t("title")} lead={t("lead")} />
      <ChecklistList checklists={checklists} />
    </Frame>
  );
}
