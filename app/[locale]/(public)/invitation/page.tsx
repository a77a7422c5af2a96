import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Entrance } from "@/components/people/entrance";
import { RedeemForm } from "@/components/people/redeem-form";
import { ClientMessages } from "@/components/shell/client-messages";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("access.redeem"))("title") };
}

export default function InvitationPage() {
  return (
    <Entrance>
      <ClientMessages domains={["access"]}>
        <RedeemForm />
      </ClientMessages>
    </Entrance>
  );
}
