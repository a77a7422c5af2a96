import { getLocale, getTranslations } from "next-intl/server";
import { CameTable } from "@/components/equity/came-table";
import { ChooseForm } from "@/components/equity/choose-form";
import { LeftOutTable, OpenVillages } from "@/components/equity/left-out";
import { LinesTable } from "@/components/equity/lines-table";
import { ReachCards } from "@/components/equity/reach-cards";
import { TrustCard } from "@/components/equity/trust-card";
import { ButtonAnchor } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { Written } from "@/components/ui/written";
import { pageRead } from "@/lib/access/page-read";
import { requireActor } from "@/lib/access/session";
import { today } from "@/lib/clock";
import { equityAsked } from "@/lib/equity/asked";
import { equityOf } from "@/lib/equity/queries";
import { equityTrustOf } from "@/lib/equity/trust-queries";
import { partName } from "@/lib/equity/words";
import { formatDate, formatNumber } from "@/lib/i18n/format";
import { placeName } from "@/lib/i18n/place-name";
import { Frame } from "../frame";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function EquityPage({ searchParams }: Props) {
  const actor = await requireActor("rollout.read");
  const asked = equityAsked(await searchParams);
  const [equity, trust] = await pageRead(
    Promise.all([equityOf(actor, asked), equityTrustOf(actor, asked.within)]),
  );
  const [locale, t] = [await getLocale(), await getTranslations("equity")];
  const n = (value: number) => formatNumber(value, locale);
  const { all, gap, within, indicator, open } = equity;
  const query = new URLSearchParams({
    locale,
    ...(within ? { place: within.code } : {}),
    ...(indicator ? { indicator: indicator.code } : {}),
  });
  const finding = gap
    ? t("gap", {
        less: partName(t, gap[0]),
        lessK: n(gap[0].reached.k),
        lessN: n(gap[0].reached.n),
        more: partName(t, gap[1]),
        moreK: n(gap[1].reached.k),
        moreN: n(gap[1].reached.n),
      })
    : t("noGap");
  const where = within ? `${placeName(within, locale)}. ` : "";
  return (
    <Frame actor={actor} active="equity">
      <PageHeader
        title={t("title", { k: n(all.k), n: n(all.n) })}
        lead={`${where}${t("lead", { date: formatDate(today(), locale) })} ${finding}`}
        action={(["csv", "xlsx"] as const).map((format) => (
          <ButtonAnchor
            key={format}
            icon="download"
            small
            href={`/api/equity?${query}&format=${format}`}
            aria-label={t("choose.download", { format: format.toUpperCase() })}
            download
          >
            {format.toUpperCase()}
          </ButtonAnchor>
        ))}
      />
      <div className="stack">
        <ChooseForm equity={equity} />
        <Written className="eq-reach" name="reach" of={equity}>
          <ReachCards equity={equity} />
        </Written>
        <Card title={t("table", { name: indicator ? placeName(indicator, locale) : "" })}>
          <Written name="lines" of={equity}>
            <LinesTable equity={equity} />
          </Written>
          <p className="sm mut mt-2">{t("tableRule")}</p>
        </Card>
        <Card title={t("came")}>
          <Written name="came" of={equity}>
            <CameTable equity={equity} />
          </Written>
          <p className="sm mut mt-2">{t("cameRule")}</p>
        </Card>
        <Written name="trust" of={equity} also={[trust]}>
          <TrustCard trust={trust} groups={equity.groups} />
        </Written>
        <Card title={t("leftOut")}>
          <Written name="left-out" of={equity} by={indicator?.code}>
            <LeftOutTable equity={equity} indicator={indicator?.code ?? null} />
          </Written>
        </Card>
        {open.length > 0 && (
          <section className="card" id="open" aria-label={t("openVillages")}>
            <h2>{t("openVillages")}</h2>
            <Written name="open" of={equity}>
              <OpenVillages open={open} />
            </Written>
          </section>
        )}
      </div>
    </Frame>
  );
}
