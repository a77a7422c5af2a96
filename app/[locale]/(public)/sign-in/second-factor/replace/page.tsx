import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Entrance } from "@/components/people/entrance";
import { ReplaceSecondFactor } from "@/components/people/replace-second-factor";
import { ClientMessages } from "@/components/shell/client-messages";
import { currentSession, stepPath } from "@/lib/access/session";

type Props = { params: Promise<{ locale: string }> };

/** Another phone for the code, by the person alone: the present code or a recovery code, and the password, show who it is. */
export default async function ReplaceSecondFactorPage({ params }: Props) {
  const session = await currentSession();
  const me = `/${(await params).locale}/me`;
  if (session?.step !== "ready") redirect(await stepPath(session?.step ?? null, me));
  if (!session.person.secondFactorSet) redirect(me);
  const t = await getTranslations("access.secondFactor");
  return (
    <Entrance>
      <h1>{t("replace")}</h1>
      <ClientMessages domains={["access"]}>
        <ReplaceSecondFactor next={me} login={session.person.login} />
      </ClientMessages>
    </Entrance>
  );
}
