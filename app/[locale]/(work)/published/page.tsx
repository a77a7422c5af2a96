import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ChooseTable } from "@/components/published/choose-table";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { ListRow } from "@/components/ui/list-row";
import { PageHeader } from "@/components/ui/page-header";
import { can } from "@/lib/access/can";
import { requireActor } from "@/lib/access/session";
import { today } from "@/lib/clock";
import { formatNumber } from "@/lib/i18n/format";
import { newestSettled, yearUntil } from "@/lib/published/quarters";
import { type Publication, publications } from "@/lib/published/queries";
import { publishedWords, quarterText } from "@/lib/published/words";
import { Frame } from "../frame";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("published"))("list") };
}

export default async function PublishedPage() {
  const actor = await requireActor("published.read");
  const [found, words] = await Promise.all([publications(actor), publishedWords(await getLocale())]);
  const { t, locale, day } = words;
  const standing = found.filter(({ withdrawnOn }) => !withdrawnOn);
  const newest = standing[0];
  const count = standing.length;
  const why = ({ version, reason, publishedOn, withdrawnOn, withdrawnWhy }: Publication) =>
    withdrawnOn
      ? t("withdrawnOn", { date: day(withdrawnOn), reason: withdrawnWhy ?? "" })
      : [
          t("publishedOn", { date: day(publishedOn) }),
          ...(version > 1 ? [t("corrected", { reason: reason ?? "" })] : []),
        ].join(" · ");
  const end = newestSettled(today());
  return (
    <Frame actor={actor} active="published">
      <PageHeader
        title={t("title", { count, n: formatNumber(count, locale) })}
        lead={newest ? t("newest", { quarter: quarterText(words, newest.quarter) }) : t("none")}
      />
      <div className="stack">
        {can(actor, "table.publish") && (
          <Card title={t("publish.title")} className="stack-s">
            <p className="sm">{t("publish.lead")}</p>
            <ChooseTable table="antenatal" quarter={end} quarters={yearUntil(end).reverse()} words={words} />
          </Card>
        )}
        {found.length === 0 && <EmptyState title={t("title", { count: 0, n: "0" })} why={t("none")} />}
        {[...Map.groupBy(found, ({ quarter }) => quarter)].map(([quarter, tables]) => (
          <Card key={quarter} title={quarterText(words, quarter)}>
            <ul>
              {tables.map((one) => (
                <li key={one.id}>
                  <ListRow
                    href={`/published/${one.id}`}
                    name={t(`table.${one.table}`)}
                    why={why(one)}
                    status={one.withdrawnOn ? "dropped" : "done"}
                    statusLabel={t(one.withdrawnOn ? "withdrawn" : "list")}
                  />
                </li>
              ))}
            </ul>
          </Card>
        ))}
        <p className="sm mut">{t("given")}</p>
      </div>
    </Frame>
  );
}
