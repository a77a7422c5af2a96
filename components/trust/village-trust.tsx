import { useLocale, useTranslations } from "next-intl";
import { formatDate, formatNumber } from "@/lib/i18n/format";
import { villageName } from "@/lib/i18n/place-name";
import type { KnownInstrument } from "@/lib/sync/known";
import type { VillageTrust } from "@/lib/trust/queries";
import { changeSince, type VillageRound } from "@/lib/trust/results";
import { placeHref } from "@/lib/villages/place-head";
import { ButtonAnchor } from "../ui/button";
import { EmptyState } from "../ui/empty-state";
import { Notice } from "../ui/notice";
import { PageHeader } from "../ui/page-header";
import { RoundDetails } from "./round-details";
import { RoundsTable } from "./rounds-table";
import { useTrustWords } from "./trust-words";

/** Trust in one village: the index now and before, each dimension, each group that is large enough. */
export function VillageTrustView({ trust }: { trust: VillageTrust }) {
  const t = useTranslations("trust");
  const locale = useLocale();
  const { head, rounds, instruments } = trust;
  const name = villageName(head, locale);
  if (rounds.length === 0)
    return (
      <>
        <PageHeader title={t("village.title", { name })} />
        <EmptyState title={t("village.none")} why={t("village.noneWhy")} />
      </>
    );
  const shown = instruments.filter(({ id }) => rounds.some(({ instrumentId }) => instrumentId === id));
  return (
    <>
      <PageHeader
        title={<Headline name={name} rounds={rounds} instruments={instruments} />}
        lead={t("village.lead")}
        action={
          <ButtonAnchor icon="download" href={`/api${placeHref(head, "trust")}?locale=${locale}`} download>
            {t("download")}
          </ButtonAnchor>
        }
      />
      <div className="stack">
        {shown.map((instrument) => (
          <OfInstrument key={instrument.id} trust={trust} instrument={instrument} />
        ))}
        <p className="sm mut">{t("rule")}</p>
      </div>
    </>
  );
}

type HeadlineProps = { name: string } & Pick<VillageTrust, "rounds" | "instruments">;

/** The answer in one sentence: the newest round that may be shown, against the one before. */
function Headline({ name, rounds, instruments }: HeadlineProps) {
  const t = useTranslations("trust.village");
  const { points, change } = useTrustWords();
  const locale = useLocale();
  const [last, ...before] = rounds.filter(({ result }) => result?.total);
  const mean = last?.result?.total;
  if (!last || !mean) return t("tooFew", { name });
  const earlier = before.find(({ instrumentId }) => instrumentId === last.instrumentId);
  const by = changeSince(mean, earlier?.result?.total ?? null);
  const instrument = instruments.find(({ id }) => id === last.instrumentId);
  const most = instrument?.scale === "often4" ? 4 : (instrument?.items.length ?? 8);
  const value = { name, value: points(mean.mean), most: formatNumber(most, locale) };
  return by === null || !earlier
    ? t("now", value)
    : t("nowAndBefore", {
        ...value,
        change: change(by),
        date: formatDate(earlier.startDate, locale, "month"),
      });
}

function OfInstrument({ trust, instrument }: { trust: VillageTrust; instrument: KnownInstrument }) {
  const t = useTranslations();
  const locale = useLocale();
  const rounds = trust.rounds.filter(({ instrumentId }) => instrumentId === instrument.id);
  const newest = rounds.find(({ result }) => result?.total);
  return (
    <>
      {instrument.wording === "working" && (
        <Notice tone="soon" title={locale === "lo" ? instrument.nameLo : instrument.nameEn}>
          {t("interviews.working")}
        </Notice>
      )}
      <RoundsTable rounds={rounds} />
      {newest && (
        <RoundDetails round={newest as VillageRound} instrument={instrument} groups={trust.groups} />
      )}
    </>
  );
}
