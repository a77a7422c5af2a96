import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CodeForm } from "@/components/people/code-form";
import { Entrance } from "@/components/people/entrance";
import { ClientMessages } from "@/components/shell/client-messages";
import { Button } from "@/components/ui/button";
import { signOutAction } from "@/lib/access/actions";
import { safeReturnPath } from "@/lib/access/return-path";
import { currentSession, stepPath } from "@/lib/access/session";

type Props = { searchParams: Promise<{ return?: string }>; params: Promise<{ locale: string }> };

export default async function CodePage({ searchParams, params }: Props) {
  const back = safeReturnPath((await searchParams).return);
  const session = await currentSession();
  if (session?.step === "ready") redirect(back ?? `/${(await params).locale}`);
  if (session?.step !== "code") redirect(await stepPath(session?.step ?? null, back));
  const t = await getTranslations("access.code");
  return (
    <Entrance>
      <h1>{t("title")}</h1>
      <p>{t("text")}</p>
      <ClientMessages domains={["access"]}>
        <CodeForm back={back} />
      </ClientMessages>
      <form action={signOutAction}>
        <Button type="submit" kind="quiet" wide>
          {t("other")}
        </Button>
      </form>
    </Entrance>
  );
}
