import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SheetCard } from "@/components/exchange/sheet-card";
import { ValueImportList } from "@/components/exchange/value-import-list";
import { ValueUploadForm } from "@/components/exchange/value-upload-form";
import { ClientMessages } from "@/components/shell/client-messages";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { can } from "@/lib/access/can";
import { requireActor } from "@/lib/access/session";
import { today } from "@/lib/clock";
import { valueImportList } from "@/lib/exchange/queries";
import { lastFullMonth } from "@/lib/indicators/months";
import { Frame } from "../../../frame";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("exchange.values"))("title") };
}

export default async function ValueImportsPage() {
  const actor = await requireActor("values.import");
  const [list, t, pull] = await Promise.all([
    valueImportList(actor),
    getTranslations("exchange.values"),
    getTranslations("pull"),
  ]);
  return (
    <Frame actor={actor} active="imports">
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        action={
          <>
            {can(actor, "values.pull") && (
              <ButtonLink href="/admin/imports/values/pull">{pull("link")}</ButtonLink>
            )}
            <ButtonLink href="/admin/imports/values/ids">{t("remembered")}</ButtonLink>
          </>
        }
      />
      <div className="stack">
        <Card title={t("new")}>
          <ClientMessages domains={["exchange"]}>
            <ValueUploadForm />
          </ClientMessages>
        </Card>
        <SheetCard last={lastFullMonth(today())} everywhere={actor.scope.admin} />
        <h2>{t("earlier")}</h2>
        <ValueImportList list={list} />
      </div>
    </Frame>
  );
}
