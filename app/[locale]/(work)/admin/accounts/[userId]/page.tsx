import { forbidden, notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AccountCards } from "@/components/people/account-cards";
import { ClientMessages } from "@/components/shell/client-messages";
import { PageHeader } from "@/components/ui/page-header";
import { can } from "@/lib/access/can";
import { pageRead } from "@/lib/access/page-read";
import { requireActor } from "@/lib/access/session";
import { signInSettings } from "@/lib/access/settings";
import { today } from "@/lib/clock";
import { accountFor } from "@/lib/people/queries";
import { OneAccount } from "@/lib/people/schema";
import { Frame } from "../../../frame";

type Props = { params: Promise<{ userId: string }> };

export default async function AccountPage({ params }: Props) {
  const actor = await requireActor();
  const manages = can(actor, "account.manage");
  if (!manages && !can(actor, "person.reset")) forbidden();
  const asked = OneAccount.safeParse(await params);
  if (!asked.success) notFound();
  const account = await pageRead(accountFor(actor, asked.data.userId));
  const t = await getTranslations("people.account");
  const rights = { manages, own: account.id === actor.userId };
  return (
    <Frame actor={actor} active="accounts">
      <PageHeader title={account.display_name} lead={account.closed ? t("ended") : undefined} />
      <ClientMessages domains={["people", "access", "places"]}>
        <AccountCards account={account} {...rights} today={today()} origin={signInSettings().origin} />
      </ClientMessages>
    </Frame>
  );
}
