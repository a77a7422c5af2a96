import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { SetAsideForm } from "@/components/form/set-aside-form";
import { TargetForm, ValueForm } from "@/components/national/forms";
import { CorrectionList, TargetList, ValueList } from "@/components/national/story";
import { ClientMessages } from "@/components/shell/client-messages";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { can } from "@/lib/access/can";
import { requireActor } from "@/lib/access/session";
import { uuidv7 } from "@/lib/changes/uuid";
import { formatDateRange, formatNumber } from "@/lib/i18n/format";
import { placeName } from "@/lib/i18n/place-name";
import { setTargetAsideAction, setValueAsideAction } from "@/lib/national/actions";
import { nationalIndicator } from "@/lib/national/indicators";
import { nationalIndicatorStory } from "@/lib/national/queries";
import { Frame } from "../../frame";

type Props = {
  params: Promise<{ code: string }>;
  searchParams: Promise<{ target?: string; value?: string }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const indicator = nationalIndicator((await params).code);
  const t = await getTranslations("national");
  return { title: indicator ? t(`name.${indicator.code}`) : undefined };
}

export default async function NationalIndicatorPage({ params, searchParams }: Props) {
  const actor = await requireActor("rollout.read");
  const indicator = nationalIndicator((await params).code);
  if (!indicator) notFound();
  const [story, asked, t, locale] = await Promise.all([
    nationalIndicatorStory(actor, indicator.code),
    searchParams,
    getTranslations("national"),
    getLocale(),
  ]);
  const records = can(actor, "national.record");
  const target = story.targets.find(({ id }) => id === asked.target) ?? null;
  const value = story.values.find(({ id }) => id === asked.value) ?? null;
  const place = (id: string | null) => {
    const province = story.provinces.find((one) => one.id === id);
    return province ? placeName(province, locale) : t("choose.nation");
  };
  const unit = t(`unit.${indicator.unit}`);
  const given = {
    indicator: indicator.code,
    unit,
    provinces: story.provinces,
    first: { changeId: uuidv7() },
  };
  const figure = (said: number) => formatNumber(said, locale, { maxDecimals: 2 });
  const newTarget = asked.target === "new" || target;
  const newValue = asked.value === "new" || value;
  const here = `/national/${indicator.code}`;
  return (
    <Frame actor={actor} active="national">
      <PageHeader
        title={t(`name.${indicator.code}`)}
        lead={t("one.lead", {
          number: formatNumber(indicator.number, locale),
          unit,
          better: t(indicator.lowerIsBetter ? "better.down" : "better.up"),
        })}
        action={<ButtonLink href="/national">{t("one.back")}</ButtonLink>}
      />
      <div className="stack">
        {records && newTarget && (
          <Card
            title={
              target
                ? t("one.correctTarget", { year: String(target.year), place: place(target.provinceId) })
                : t("one.newTarget")
            }
          >
            <ClientMessages domains={["national"]}>
              <TargetForm key={target?.id ?? "new"} {...given} kept={target} />
            </ClientMessages>
            {target && <Aside action={setTargetAsideAction} id={target.id} out={false} />}
          </Card>
        )}
        {records && newValue && (
          <Card
            title={
              value
                ? t("one.correctValue", {
                    period: formatDateRange(value.from, value.to, locale),
                    place: place(value.provinceId),
                  })
                : t("one.newValue")
            }
          >
            <ClientMessages domains={["national"]}>
              <ValueForm key={value?.id ?? "new"} {...given} kept={value} />
            </ClientMessages>
            {value && <Aside action={setValueAsideAction} id={value.id} out={false} />}
          </Card>
        )}
        <Card
          title={t("one.values")}
          action={records && <ButtonLink href={`${here}?value=new`}>{t("one.newValue")}</ButtonLink>}
        >
          <ValueList indicator={indicator} story={story} records={records} />
        </Card>
        <Card
          title={t("one.targets")}
          action={records && <ButtonLink href={`${here}?target=new`}>{t("one.newTarget")}</ButtonLink>}
        >
          <TargetList indicator={indicator} story={story} records={records} />
        </Card>
        {records && story.out.targets.length + story.out.values.length > 0 && (
          <Card title={t("one.out")}>
            <ul className="stack">
              {story.out.values.map((one) => (
                <li key={one.id}>
                  <p>
                    <b>{formatDateRange(one.from, one.to, locale)}</b> · {place(one.provinceId)} ·{" "}
                    {t(`kind.${one.kind}`)} · {figure(one.value)}
                  </p>
                  <Aside action={setValueAsideAction} id={one.id} out />
                </li>
              ))}
              {story.out.targets.map((one) => (
                <li key={one.id}>
                  <p>
                    <b>{one.year}</b> · {place(one.provinceId)} · {t("record.target")} · {figure(one.value)}
                  </p>
                  <Aside action={setTargetAsideAction} id={one.id} out />
                </li>
              ))}
            </ul>
          </Card>
        )}
        {records && (
          <Card title={t("one.corrections")}>
            <p className="sm mut mb-2">{t("one.correctionsLead")}</p>
            <CorrectionList corrections={story.corrections} />
          </Card>
        )}
      </div>
    </Frame>
  );
}

type AsideProps = { action: typeof setValueAsideAction; id: string; out: boolean };

const Aside = ({ action, id, out }: AsideProps) => (
  <div className="mt-4">
    <SetAsideForm action={action} record={{ subject: id }} out={out} changeId={uuidv7()} />
  </div>
);
