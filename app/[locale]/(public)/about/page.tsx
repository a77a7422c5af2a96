import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { TextPage } from "@/components/people/text-page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("access.about"))("title") };
}

const ways = ["how1", "how2", "how3", "how4"] as const;

export default async function AboutPage() {
  const t = await getTranslations("access.about");
  const how = (
    <ol className="stack-s list-decimal pl-6">
      {ways.map((way) => (
        <li key={way}>{t(way)}</li>
      ))}
    </ol>
  );
  return (
    <TextPage
      title={t("title")}
      lead={<p>{t("intro")}</p>}
      sections={[
        { title: t("howTitle"), body: how },
        { title: t("openTitle"), body: <p>{t("open")}</p> },
      ]}
      back={t("back")}
    />
  );
}
