import { getLocale, getTranslations } from "next-intl/server";
import { FigureForm } from "@/components/indicators/figure-form";
import { FigureList } from "@/components/indicators/figure-list";
import { OpenedIndicatorView } from "@/components/indicators/opened-indicator";
import { TotalsWarnings } from "@/components/indicators/totals-warnings";
import { VillageIndicatorList } from "@/components/indicators/village-indicator-list";
import { ClientMessages } from "@/components/shell/client-messages";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Written } from "@/components/ui/written";
import { can } from "@/lib/access/can";
import { pageRead } from "@/lib/access/page-read";
import { requireActor } from "@/lib/access/session";
import { uuidv7 } from "@/lib/changes/uuid";
import { today } from "@/lib/clock";
import { formatDate, formatNumber } from "@/lib/i18n/format";
import { placeName, villageName } from "@/lib/i18n/place-name";
import { firstDay } from "@/lib/indicators/months";
import { villageIndicators } from "@/lib/indicators/place-queries";
import { placeHref, whereaboutsOfHead } from "@/lib/villages/place-head";
import { PlaceFrame } from "../place-frame";

type Props = { params: Promise<{ code: string }>; searchParams: Promise<{ indicator?: string | string[] }> };

export default async function VillageIndicatorsPage({ params, searchParams }: Props) {
  const actor = await requireActor("record.read");
  const [asked] = [(await searchParams).indicator].flat();
  const page = await pageRead(villageIndicators(actor, (await params).code, asked));
  const t = await getTranslations("indicators.village");
  const f = await getTranslations("indicators.figure");
  const locale = await getLocale();
  const { head, end, rows, elements, warnings, reported, figures, opened } = page;
  const month = formatDate(firstDay(end), locale, "month");
  if (opened) {
    const { indicator } = opened.row;
    return (
      <PlaceFrame actor={actor} head={head} active="indicators">
        <PageHeader
          title={t("openedTitle", {
            name: villageName(head, locale),
            indicator: placeName(indicator, locale),
          })}
          lead={t("openedLead", { month })}
          action={<ButtonLink href={placeHref(head, "indicators")}>{t("all")}</ButtonLink>}
        />
        <OpenedIndicatorView
          head={head}
          opened={opened}
          figures={figures}
          verifies={can(actor, "report.verify", whereaboutsOfHead(head))}
        />
      </PlaceFrame>
    );
  }
  const any = rows.some(({ year, centres }) => year.rate.months > 0 || centres.length > 0);
  return (
    <PlaceFrame actor={actor} head={head} active="indicators">
      <PageHeader
        title={t("title", { name: villageName(head, locale), k: formatNumber(reported, locale) })}
        lead={t("lead", { month })}
      />
      <div className="stack">
        <TotalsWarnings warnings={warnings} elements={elements} />
        {any ? (
          <Written name="list" className="stack" of={page}>
            <VillageIndicatorList
              rows={rows}
              hrefOf={(one) => `${placeHref(head, "indicators")}?indicator=${one}`}
            />
          </Written>
        ) : (
          <EmptyState title={t("none")} why={t("noneWhy")} />
        )}
        <Card title={f("title")}>
          <div className="stack">
            <p className="sm mut">{f("rule")}</p>
            {figures.length > 0 ? (
              <details>
                <summary className="ind-fold">
                  {f("all", { n: formatNumber(figures.length, locale) })}
                </summary>
                <Written name="figures" of={page}>
                  <FigureList figures={figures} />
                </Written>
              </details>
            ) : (
              <p>{f("none")}</p>
            )}
            {can(actor, "denominator.record", whereaboutsOfHead(head)) && (
              <details className="noprint">
                <summary className="fold-line">{f("save")}</summary>
                <ClientMessages domains={["indicators"]}>
                  <FigureForm
                    place={head.id}
                    today={today()}
                    first={{ changeId: uuidv7(), subject: uuidv7() }}
                  />
                </ClientMessages>
              </details>
            )}
          </div>
        </Card>
      </div>
    </PlaceFrame>
  );
}
