import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Entrance } from "@/components/people/entrance";
import { NewPasswordForm } from "@/components/people/new-password-form";
import { ClientMessages } from "@/components/shell/client-messages";
import { Notice } from "@/components/ui/notice";
import { safeReturnPath } from "@/lib/access/return-path";
import { currentSession, stepPath } from "@/lib/access/session";

type Props = { searchParams: Promise<{ return?: string }> };

export default async function NewPasswordPage({ searchParams }: Props) {
  const back = safeReturnPath((await searchParams).return);
  const session = await currentSession();
  if (session?.step !== "password" && session?.step !== "ready")
    redirect(await stepPath(session?.step ?? null, back));
  const t = await getTranslations("access.newPassword");
  return (
    <Entrance>
      <h1>{t("title")}</h1>
      {session.step === "password" && <Notice tone="soon" title={t("mustChange")} />}
      <ClientMessages domains={["access"]}>
        <NewPasswordForm back={back} login={session.person.login} />
      </ClientMessages>
    </Entrance>
  );
}
