import { getLocale, getTranslations } from "next-intl/server";
import { ElementForm, IndicatorForm } from "@/components/indicators/manage-forms";
import { ManageList } from "@/components/indicators/manage-list";
import { ClientMessages } from "@/components/shell/client-messages";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/access/session";
import { uuidv7 } from "@/lib/changes/uuid";
import { formatNumber } from "@/lib/i18n/format";
import { placeName } from "@/lib/i18n/place-name";
import { managedIndicators } from "@/lib/indicators/manage-queries";
import { Frame } from "../../frame";

type Props = { searchParams: Promise<{ element?: string; indicator?: string }> };

export default async function ManageIndicatorsPage({ searchParams }: Props) {
  const actor = await requireActor("indicator.manage");
  const { element, indicator } = await searchParams;
  const [{ elements, indicators }, t, locale] = await Promise.all([
    managedIndicators(actor),
    getTranslations("indicators.manage"),
    getLocale(),
  ]);
  const n = (value: number) => formatNumber(value, locale);
  const chosenElement = elements.find(({ code }) => code === element) ?? null;
  const chosenIndicator = indicators.find(({ code }) => code === indicator) ?? null;
  const chosen = chosenElement ?? chosenIndicator;
  const heading = chosen ? placeName(chosen, locale) : t(element ? "newElement" : "newIndicator");
  const given = { versions: chosen?.versions ?? {}, changeId: uuidv7() };
  return (
    <Frame actor={actor} active="indicators">
      <PageHeader title={t("title", { n: n(elements.length), m: n(indicators.length) })} lead={t("lead")} />
      <div className="stack">
        {(element || indicator) && (
          <Card title={heading}>
            <ClientMessages domains={["indicators"]}>
              {element ? (
                <ElementForm key={element} {...given} kept={chosenElement} next={elements.length + 1} />
              ) : (
                <IndicatorForm
                  key={indicator}
                  {...given}
                  kept={chosenIndicator}
                  next={indicators.length + 1}
                />
              )}
            </ClientMessages>
          </Card>
        )}
        <div className="aside-grid">
          <Card
            title={t("elements")}
            action={<ButtonLink href="/admin/indicators?element=new">{t("newElement")}</ButtonLink>}
          >
            <ManageList rows={elements} hrefOf={(code) => `/admin/indicators?element=${code}`} />
          </Card>
          <Card
            title={t("indicators")}
            action={<ButtonLink href="/admin/indicators?indicator=new">{t("newIndicator")}</ButtonLink>}
          >
            <ManageList rows={indicators} hrefOf={(code) => `/admin/indicators?indicator=${code}`} />
          </Card>
        </div>
      </div>
    </Frame>
  );
}
