import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { CategoryCards } from "@/components/maps/category-cards";
import { CategoryForm } from "@/components/maps/category-form";
import { ClientMessages } from "@/components/shell/client-messages";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/access/session";
import { uuidv7 } from "@/lib/changes/uuid";
import { now } from "@/lib/clock";
import { formatNumber } from "@/lib/i18n/format";
import { mapVocabulary } from "@/lib/maps/queries";
import { Frame } from "../../frame";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("shell.tabs"))("vocabularies") };
}

export default async function VocabulariesPage() {
  const actor = await requireActor("vocabulary.manage");
  const [categories, t, locale] = await Promise.all([
    mapVocabulary(actor),
    getTranslations("maps.vocabulary"),
    getLocale(),
  ]);
  const used = categories.filter(({ active }) => active).length;
  return (
    <Frame actor={actor} active="vocabularies">
      <PageHeader title={t("title", { count: used, n: formatNumber(used, locale) })} />
      <ClientMessages domains={["maps"]}>
        <div className="stack">
          <p className="mut">{t("lead")}</p>
          <details className="card">
            <summary className="font-bold">{t("add")}</summary>
            <CategoryForm change={uuidv7(now().getTime())} />
          </details>
          <CategoryCards categories={categories} />
        </div>
      </ClientMessages>
    </Frame>
  );
}
