import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Entrance } from "@/components/people/entrance";
import { SecondFactorForm } from "@/components/people/second-factor-form";
import { ClientMessages } from "@/components/shell/client-messages";
import { safeReturnPath } from "@/lib/access/return-path";
import { enrolment } from "@/lib/access/second-factor";
import { currentSession, stepPath } from "@/lib/access/session";

type Props = { searchParams: Promise<{ return?: string }>; params: Promise<{ locale: string }> };

/** Made to come here once if the role asks for it, or by choice from the page "me". */
export default async function SecondFactorPage({ searchParams, params }: Props) {
  const back = safeReturnPath((await searchParams).return);
  const session = await currentSession();
  if (session?.step !== "enrol" && session?.step !== "ready")
    redirect(await stepPath(session?.step ?? null, back));
  const home = back ?? `/${(await params).locale}`;
  const setUp = await enrolment(session.token, session.person.login);
  if (!setUp) redirect(home);
  const t = await getTranslations("access.secondFactor");
  return (
    <Entrance>
      <h1>{t("title")}</h1>
      <p>{t("why")}</p>
      <ClientMessages domains={["access"]}>
        <SecondFactorForm {...setUp} next={home} />
      </ClientMessages>
    </Entrance>
  );
}
