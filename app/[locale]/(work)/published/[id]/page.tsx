import { getLocale } from "next-intl/server";
import { AboutTable } from "@/components/published/about";
import { PublishedTableView } from "@/components/published/table";
import { WithdrawForm } from "@/components/published/withdraw-form";
import { ClientMessages } from "@/components/shell/client-messages";
import { ButtonAnchor, ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { can } from "@/lib/access/can";
import { pageRead } from "@/lib/access/page-read";
import { requireActor } from "@/lib/access/session";
import { uuidv7 } from "@/lib/changes/uuid";
import { formatNumber } from "@/lib/i18n/format";
import { statusTexts } from "@/lib/published/file";
import { publishedTable } from "@/lib/published/queries";
import { viewOf } from "@/lib/published/view";
import { headline, publishedWords } from "@/lib/published/words";
import { Frame } from "../../frame";

export default async function PublishedTablePage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor("published.read");
  const { id } = await params;
  const [table, words] = await Promise.all([
    pageRead(publishedTable(actor, id)),
    publishedWords(await getLocale()),
  ]);
  const view = viewOf(table);
  const { t, locale } = words;
  const { publication, later, hidden } = view;
  const dates = statusTexts(view, words);
  const publishes = can(actor, "table.publish");
  const correction = `/published/new?table=${publication.table}&quarter=${publication.quarter}`;
  return (
    <Frame actor={actor} active="published">
      <PageHeader
        title={headline(words, publication)}
        lead={
          view.lines.length > 0
            ? `${dates[0]} · ${t("hiddenCount", { count: hidden, n: formatNumber(hidden, locale) })}`
            : dates[0]
        }
        action={
          view.lines.length > 0 &&
          (["csv", "xlsx"] as const).map((format) => (
            <ButtonAnchor
              key={format}
              icon="download"
              href={`/api/published/${id}?format=${format}&locale=${locale}`}
              download
            >
              {t("download", { format: format === "csv" ? "CSV" : "Excel" })}
            </ButtonAnchor>
          ))
        }
      />
      <div className="stack">
        {later && (
          <Notice
            tone="soon"
            action={
              <ButtonLink href={`/published/${later.id}`}>
                {t("toLater", { n: String(later.version) })}
              </ButtonLink>
            }
          >
            {t("replaced", { n: String(later.version) })}
          </Notice>
        )}
        {publication.withdrawnOn && (
          <Notice tone="late">{dates.find((text) => text.includes(publication.withdrawnWhy ?? ""))}</Notice>
        )}
        {view.lines.length > 0 && (
          <Card>
            <PublishedTableView view={view} words={words} />
          </Card>
        )}
        <AboutTable table={publication.table} measures={view.measures} dates={dates} words={words} />
        {publishes && !later && (
          <Card title={t("withdraw.title")} className="stack-s">
            <ButtonLink href={correction}>{t("withdraw.correct")}</ButtonLink>
            {!publication.withdrawnOn && (
              <ClientMessages domains={["published"]}>
                <WithdrawForm publicationId={id} changeId={uuidv7()} subject={uuidv7()} />
              </ClientMessages>
            )}
          </Card>
        )}
      </div>
    </Frame>
  );
}
