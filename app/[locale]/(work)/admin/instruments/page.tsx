import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { InstrumentList } from "@/components/trust/instrument-list";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/access/session";
import { instrumentsOf } from "@/lib/trust/queries";
import { Frame } from "../../frame";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("trust.instruments"))("title") };
}

export default async function InstrumentsPage() {
  const actor = await requireActor("instrument.manage");
  const [instruments, t] = [await instrumentsOf(actor), await getTranslations("trust.instruments")];
  return (
    <Frame actor={actor} active="instruments">
      <PageHeader title={t("title")} lead={t("lead")} />
      <InstrumentList instruments={instruments} />
    </Frame>
  );
}
