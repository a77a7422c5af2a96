import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Entrance } from "@/components/people/entrance";
import { PrivacyForm } from "@/components/people/privacy-form";
import { privacyTopics } from "@/components/people/privacy-topics";
import { ClientMessages } from "@/components/shell/client-messages";
import { safeReturnPath } from "@/lib/access/return-path";
import { currentSession, stepPath } from "@/lib/access/session";
import { privacyVersion } from "@/lib/people/privacy";

type Props = { searchParams: Promise<{ return?: string }>; params: Promise<{ locale: string }> };

/** The notice has changed since this person accepted it: read and accepted before going on. */
export default async function AcceptPrivacyPage({ searchParams, params }: Props) {
  const back = safeReturnPath((await searchParams).return);
  const step = (await currentSession())?.step ?? null;
  if (step === "ready") redirect(back ?? `/${(await params).locale}`);
  if (step !== "privacy") redirect(await stepPath(step, back));
  const t = await getTranslations("access.privacy");
  return (
    <Entrance>
      <h1>{t("again")}</h1>
      <p>{t("againWhy")}</p>
      {privacyTopics.map((topic) => (
        <details key={topic}>
          <summary className="fold-line">{t(`${topic}Title`)}</summary>
          <p>{t(topic)}</p>
        </details>
      ))}
      <p className="sm mut">{t("version", { version: privacyVersion })}</p>
      <ClientMessages domains={["access"]}>
        <PrivacyForm back={back} />
      </ClientMessages>
    </Entrance>
  );
}
