import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ImportList } from "@/components/places/import-list";
import { UploadForm } from "@/components/places/upload-form";
import { ClientMessages } from "@/components/shell/client-messages";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/access/session";
import { today } from "@/lib/clock";
import { importList } from "@/lib/places/import/queries";
import { Frame } from "../../frame";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("places.imports"))("title") };
}

export default async function ImportsPage() {
  const actor = await requireActor("import.run");
  const [list, t, values] = await Promise.all([
    importList(actor),
    getTranslations("places.imports"),
    getTranslations("exchange.values"),
  ]);
  return (
    <Frame actor={actor} active="imports">
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        action={<ButtonLink href="/admin/imports/values">{values("link")}</ButtonLink>}
      />
      <div className="stack">
        <Card title={t("new")}>
          <ClientMessages domains={["places"]}>
            <UploadForm today={today()} />
          </ClientMessages>
        </Card>
        <h2>{t("earlier")}</h2>
        <ImportList list={list} />
      </div>
    </Frame>
  );
}
