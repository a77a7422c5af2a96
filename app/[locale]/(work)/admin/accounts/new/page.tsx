import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NewAccountForm } from "@/components/people/new-account-form";
import { ClientMessages } from "@/components/shell/client-messages";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/access/session";
import { signInSettings } from "@/lib/access/settings";
import { today } from "@/lib/clock";
import { Frame } from "../../../frame";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("people.new"))("title") };
}

export default async function NewAccountPage() {
  const actor = await requireActor("account.manage");
  const t = await getTranslations("people.new");
  return (
    <Frame actor={actor} active="accounts">
      <PageHeader title={t("title")} />
      <ClientMessages domains={["people", "access", "places"]}>
        <NewAccountForm today={today()} origin={signInSettings().origin} />
      </ClientMessages>
    </Frame>
  );
}
