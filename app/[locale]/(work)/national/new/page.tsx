import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { SheetForm } from "@/components/national/sheet-form";
import { ClientMessages } from "@/components/shell/client-messages";
import { ButtonAnchor, ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/access/session";
import { uuidv7 } from "@/lib/changes/uuid";
import { Frame } from "../../frame";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("national.sheet"))("title") };
}

export default async function NationalSheetPage() {
  const actor = await requireActor("national.record");
  const [t, locale] = [await getTranslations("national"), await getLocale()];
  return (
    <Frame actor={actor} active="national">
      <PageHeader
        title={t("sheet.title")}
        lead={t("sheet.lead")}
        action={
          <>
            <ButtonLink href="/national">{t("one.back")}</ButtonLink>
            <ButtonAnchor href={`/api/national?format=xlsx&locale=${locale}`} icon="download" download>
              {t("xlsx")}
            </ButtonAnchor>
          </>
        }
      />
      <Card>
        <p className="mb-4">{t("sheet.how")}</p>
        <ClientMessages domains={["national", "plans.files"]}>
          <SheetForm first={{ changeId: uuidv7() }} />
        </ClientMessages>
      </Card>
    </Frame>
  );
}
