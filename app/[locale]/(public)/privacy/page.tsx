import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { privacyTopics } from "@/components/people/privacy-topics";
import { TextPage } from "@/components/people/text-page";
import { Notice } from "@/components/ui/notice";
import { privacyVersion } from "@/lib/people/privacy";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("access.privacy"))("title") };
}

/** What law 25/NA asks to be told: who administers the data, why, for how long, who receives it, which rights. */
export default async function PrivacyPage() {
  const t = await getTranslations("access.privacy");
  return (
    <TextPage
      title={t("title")}
      lead={<Notice tone="soon">{t("review")}</Notice>}
      sections={privacyTopics.map((topic) => ({ title: t(`${topic}Title`), body: <p>{t(topic)}</p> }))}
      foot={<p className="sm mut">{t("version", { version: privacyVersion })}</p>}
      back={t("back")}
    />
  );
}
