import { getLocale } from "next-intl/server";
import { AboutTable } from "@/components/published/about";
import { ChooseTable } from "@/components/published/choose-table";
import { PreviewTable } from "@/components/published/preview-table";
import { PublishForm } from "@/components/published/publish-form";
import { ClientMessages } from "@/components/shell/client-messages";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/access/session";
import { uuidv7 } from "@/lib/changes/uuid";
import { today } from "@/lib/clock";
import { formatNumber } from "@/lib/i18n/format";
import { newestSettled, yearUntil } from "@/lib/published/quarters";
import { previewOf } from "@/lib/published/queries";
import { tableNames } from "@/lib/published/schema";
import { publishedWords, quarterText } from "@/lib/published/words";
import { Frame } from "../../frame";

type Props = { searchParams: Promise<{ table?: string; quarter?: string }> };

export default async function NewPublicationPage({ searchParams }: Props) {
  const actor = await requireActor("table.publish");
  const [asked, words] = await Promise.all([searchParams, publishedWords(await getLocale())]);
  const quarters = yearUntil(newestSettled(today())).reverse();
  const quarter = quarters.find((one) => String(one) === asked.quarter) ?? (quarters[0] as number);
  const table = tableNames.find((one) => one === asked.table) ?? "antenatal";
  const preview = await previewOf(actor, { table, quarter });
  const { t, locale } = words;
  const n = (value: number) => formatNumber(value, locale);
  const cells = preview?.rows.flatMap((row) => row.cells.filter((cell) => cell !== null)) ?? [];
  return (
    <Frame actor={actor} active="published">
      <PageHeader
        title={t("publish.preview", {
          table: t(`table.${table}`),
          quarter: quarterText(words, quarter),
          hidden: n(cells.filter((cell) => cell === "hidden").length),
          figures: n(cells.length),
        })}
        lead={t("publish.previewLead")}
        action={<ButtonLink href="/published">{t("publish.back")}</ButtonLink>}
      />
      <div className="stack">
        <Card>
          <ChooseTable table={table} quarter={quarter} quarters={quarters} words={words} />
        </Card>
        {!preview && <Notice tone="late">{t("publish.tooSmall")}</Notice>}
        {preview?.rows.length === 0 && (
          <EmptyState title={t("publish.nothing")} why={t("publish.nothingWhy")} />
        )}
        {preview && preview.rows.length > 0 && (
          <>
            {preview.waiting > 0 && (
              <Notice tone="soon">
                {t("publish.waiting", { count: preview.waiting, n: n(preview.waiting) })}
              </Notice>
            )}
            <Card>
              <PreviewTable preview={preview} words={words} />
            </Card>
            <AboutTable table={table} measures={preview.measures} dates={[]} words={words} />
            <Card>
              <ClientMessages domains={["published"]}>
                <PublishForm
                  table={table}
                  quarter={quarter}
                  version={preview.version}
                  seen={preview.digest}
                  changeId={uuidv7()}
                />
              </ClientMessages>
            </Card>
          </>
        )}
      </div>
    </Frame>
  );
}
