import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ClientMessages } from "@/components/shell/client-messages";
import { VersionForm } from "@/components/trust/version-form";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/access/session";
import { uuidv7 } from "@/lib/changes/uuid";
import { formatNumber } from "@/lib/i18n/format";
import { instrumentsOf } from "@/lib/trust/queries";
import { Frame } from "../../../frame";

type Props = { params: Promise<{ id: string }> };

export default async function InstrumentPage({ params }: Props) {
  const actor = await requireActor("instrument.manage");
  const { id } = await params;
  const instrument = (await instrumentsOf(actor)).find((one) => one.id === id);
  if (!instrument) notFound();
  const [t, locale] = [await getTranslations("trust.instruments"), await getLocale()];
  return (
    <Frame actor={actor} active="instruments">
      <PageHeader
        title={locale === "lo" ? instrument.nameLo : instrument.nameEn}
        lead={t("newVersionFrom", { n: formatNumber(instrument.version, locale) })}
      />
      <ClientMessages domains={["trust"]}>
        <VersionForm instrument={instrument} first={{ changeId: uuidv7(), subject: uuidv7() }} />
      </ClientMessages>
    </Frame>
  );
}
