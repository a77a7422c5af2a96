import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { DeviceList } from "@/components/devices/device-list";
import { ClientMessages } from "@/components/shell/client-messages";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { SearchForm } from "@/components/ui/search-form";
import { can } from "@/lib/access/can";
import { requireActor } from "@/lib/access/session";
import { devicesFor, quarantineCount } from "@/lib/devices/queries";
import { formatNumber } from "@/lib/i18n/format";
import { Frame } from "../../frame";

type Props = { searchParams: Promise<{ q?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("shell.tabs"))("devices") };
}

/** How the phones are doing, and the way to withdraw a lost one. */
export default async function DevicesPage({ searchParams }: Props) {
  const actor = await requireActor("device.supervise");
  const { q = "" } = await searchParams;
  const search = String(q).slice(0, 80);
  const decides = can(actor, "account.manage");
  const [{ devices, found }, waiting, t, locale] = await Promise.all([
    devicesFor(actor, search),
    quarantineCount(actor),
    getTranslations("devices"),
    getLocale(),
  ]);
  const counted = (count: number) => ({ count, n: formatNumber(count, locale) });
  const shown = { k: formatNumber(devices.length, locale), n: formatNumber(found, locale) };
  return (
    <Frame actor={actor} active="devices">
      <PageHeader title={t(decides ? "title" : "supervisedTitle", counted(found))} />
      <div className="stack max-w-[720px]">
        {decides && (
          <ButtonLink href="/admin/devices/quarantine" kind={waiting > 0 ? "pri" : "plain"}>
            {t("waitingFor", counted(waiting))}
          </ButtonLink>
        )}
        <SearchForm text={search} label={t("search")} find={t("find")} />
        <ClientMessages domains={["devices"]}>
          <DeviceList devices={devices} />
        </ClientMessages>
        {found > devices.length && <p className="sm mut">{t("shownOf", shown)}</p>}
      </div>
    </Frame>
  );
}
