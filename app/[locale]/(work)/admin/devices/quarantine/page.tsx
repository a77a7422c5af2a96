import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { QuarantineList } from "@/components/devices/quarantine-list";
import { ClientMessages } from "@/components/shell/client-messages";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/access/session";
import { quarantineFor } from "@/lib/devices/queries";
import { formatNumber } from "@/lib/i18n/format";
import { Frame } from "../../../frame";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("shell.tabs"))("devices") };
}

/** Changes that nobody may be believed to have signed, one decision each. */
export default async function QuarantinePage() {
  const actor = await requireActor("account.manage");
  const [{ rows, total }, t, locale] = await Promise.all([
    quarantineFor(actor),
    getTranslations("devices.quarantine"),
    getLocale(),
  ]);
  return (
    <Frame actor={actor} active="devices">
      <PageHeader title={t("title", { count: total, n: formatNumber(total, locale) })} lead={t("intro")} />
      <div className="max-w-[720px]">
        <ClientMessages domains={["devices"]}>
          <QuarantineList rows={rows} />
        </ClientMessages>
      </div>
    </Frame>
  );
}
