import "./indicators.css";
import { useLocale, useTranslations } from "next-intl";
import { formatNumber } from "@/lib/i18n/format";
import { placeName } from "@/lib/i18n/place-name";
import type { Spell } from "@/lib/indicators/calculation";
import type { VillageIndicator } from "@/lib/indicators/view";
import { monthLabel } from "./month-label";
import { useDenominatorText, useRateText } from "./rate-text";

export const hasNumbers = ({ year, quarters, beside, centres }: VillageIndicator) =>
  year.rate.months > 0 ||
  quarters.some(({ spell }) => spell.months > 0) ||
  beside.length + centres.length > 0;

/** What the village counted by quarter, twelve months of it, and the others' counts beside. */
export function IndicatorCard({ row }: { row: VillageIndicator }) {
  const t = useTranslations("indicators.village");
  const locale = useLocale();
  const rate = useRateText();
  const denominator = useDenominatorText();
  const { indicator, quarters, year, beside, centres } = row;
  const own = rate(indicator, year);
  const people = denominator(year);
  // What the village does not count is no gap of its own.
  const counted = year.rate.months > 0 || quarters.some(({ spell }) => spell.months > 0);
  return (
    <section className="card stack-s">
      <h2>{t("year")}</h2>
      {counted && (
        <ol className="ind-quarters" aria-label={t("quarters")}>
          {quarters.map(({ periods, spell }) => (
            <Quarter key={periods[0]} periods={periods} spell={spell} />
          ))}
        </ol>
      )}
      <dl className="ind-facts">
        {counted && (
          <Fact label={t("own")} text={own.main} more={[own.remarks, people].filter(Boolean).join(" · ")} />
        )}
        {beside.map(({ source, year: other }) => {
          const told = rate(indicator, other);
          return <Fact key={source} label={t(`source.${source}`)} text={told.main} more={told.remarks} />;
        })}
        {centres.map((centre) => {
          const told = rate(indicator, centre.year);
          const more = [told.remarks, t("centreNote")].filter(Boolean).join(" · ");
          return <Fact key={centre.nameLo} label={placeName(centre, locale)} text={told.main} more={more} />;
        })}
      </dl>
    </section>
  );
}

function Fact({ label, text, more }: { label: string; text: string; more: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {text}
        {more && <span className="block sm mut">{more}</span>}
      </dd>
    </div>
  );
}

/** k of n of one quarter; hatched when nothing was reported, and how many months when not all were. */
function Quarter({ periods, spell }: { periods: readonly number[]; spell: Spell }) {
  const t = useTranslations("indicators.village");
  const locale = useLocale();
  const n = (value: number) => formatNumber(value, locale, { maxDecimals: 0 });
  const first = (periods[0] as number) % 100;
  const last = periods.at(-1) as number;
  const { k, n: of, months } = spell;
  const whole = of !== null && Number.isInteger(of);
  const said =
    k === null ? t("missing") : of === null ? n(k) : t(whole ? "kOfN" : "kOfAbout", { k: n(k), n: n(of) });
  return (
    <li className={k === null ? "missing" : undefined}>
      <span className="xs mut">
        {first === last % 100 ? monthLabel(last) : `${first}–${monthLabel(last)}`}
      </span>
      <b>{said}</b>
      {months > 0 && months < periods.length && (
        <span className="xs mut">{t("monthsOf", { k: n(months), n: n(periods.length) })}</span>
      )}
    </li>
  );
}
