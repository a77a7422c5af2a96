import { useLocale, useTranslations } from "next-intl";
import type { Equity } from "@/lib/equity/queries";
import type { TrustLine } from "@/lib/equity/trust-groups";
import type { EquityTrust } from "@/lib/equity/trust-queries";
import { trustLineName } from "@/lib/equity/trust-words";
import { formatNumber } from "@/lib/i18n/format";
import { STABLE_FROM } from "@/lib/statistics/proportion";
import { rangeOf } from "@/lib/trust/rules";
import { DotInterval } from "../chart/dot-interval";
import { useTrustWords } from "../trust/trust-words";
import { ButtonLink } from "../ui/button";
import { Card } from "../ui/card";

type Props = { trust: readonly EquityTrust[]; groups: Equity["groups"] };

/** Trust by sex, age and people over the villages of an area, from each village's newest round. */
export function TrustCard({ trust, groups }: Props) {
  const t = useTranslations("equity");
  const locale = useLocale();
  return (
    <Card title={t("trustTitle")} className="stack-s">
      {trust.length === 0 && <p>{t("trustNone")}</p>}
      {trust.map((one) => (
        <section key={one.instrument.id} className="stack-s">
          <h3>{locale === "lo" ? one.instrument.nameLo : one.instrument.nameEn}</h3>
          <Lines trust={one} groups={groups} />
          {one.leftOut > 0 && (
            <p className="sm mut">
              {t("trustLeftOut", { count: one.leftOut, n: formatNumber(one.leftOut, locale) })}
            </p>
          )}
        </section>
      ))}
      <p className="sm mut">{t("trustRule")}</p>
      <ButtonLink href="/trust" kind="quiet">
        {t("trust")}
      </ButtonLink>
    </Card>
  );
}

function Lines({ trust: { instrument, lines }, groups }: { trust: EquityTrust; groups: Equity["groups"] }) {
  const t = useTranslations("equity");
  const workshops = useTranslations("workshops");
  const locale = useLocale();
  const { points, interval, people, ends } = useTrustWords();
  const words = ({ shown }: TrustLine) => {
    if (!shown || shown.mean.estimate === null) return t("trustHidden");
    const range = interval(shown.mean);
    return (
      <>
        <b>{points(shown.mean.estimate)}</b> {range ? `(${range})` : t("trustNoInterval")}
        <span className="block xs mut">
          {people(shown.n)} ·{" "}
          {t("trustVillages", { count: shown.villages, n: formatNumber(shown.villages, locale) })}
        </span>
      </>
    );
  };
  return (
    <DotInterval
      summary={t("trustSummary")}
      domain={rangeOf(instrument)}
      ends={ends(instrument)}
      reference={lines[0]?.shown?.mean.estimate ?? undefined}
      rows={lines.map((line) => ({
        key: `${line.by} ${line.category}`,
        label: trustLineName(line, groups, { t, workshops, locale }),
        value: line.shown?.mean.estimate ?? null,
        lo: line.shown?.mean.lo ?? null,
        hi: line.shown?.mean.hi ?? null,
        hollow: (line.shown?.n ?? 0) < STABLE_FROM,
        words: words(line),
      }))}
    />
  );
}
