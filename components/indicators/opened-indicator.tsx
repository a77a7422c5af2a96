import "./indicators.css";
import { useLocale, useTranslations } from "next-intl";
import { formatDate, formatNumber } from "@/lib/i18n/format";
import { placeName } from "@/lib/i18n/place-name";
import type { Pair, Spell } from "@/lib/indicators/calculation";
import type { Figure } from "@/lib/indicators/denominators";
import type { Counter, OpenedIndicator, Part } from "@/lib/indicators/opened-indicator";
import { spellText } from "@/lib/indicators/rate-words";
import { type PlaceHead, placeHref } from "@/lib/villages/place-head";
import { Card } from "../ui/card";
import { Link } from "../ui/link";
import { FigureList } from "./figure-list";
import { monthLabel } from "./month-label";
import { IndicatorCard } from "./village-indicators";

type Props = {
  head: PlaceHead;
  opened: OpenedIndicator;
  figures: readonly Figure[];
  /** May open the reports themselves. */
  verifies: boolean;
};

/** One indicator taken apart: by quarter, before and since, month by month and by who counted, and what stands behind. */
export function OpenedIndicatorView({ head, opened, figures, verifies }: Props) {
  return (
    <div className="ind-opened">
      <IndicatorCard row={opened.row} />
      <Since opened={opened} />
      <Behind head={head} opened={opened} figures={figures} />
      <Parts opened={opened} verifies={verifies} />
    </div>
  );
}

function Since({ opened: { since, standing } }: { opened: OpenedIndicator }) {
  const t = useTranslations("indicators.village.since");
  const rate = useTranslations("indicators.rate");
  const locale = useLocale();
  const [workshop] = standing.workshops;
  const told = (spell: Spell) => (
    <dd>
      {spellText(rate, locale, spell)}
      <span className="block sm mut">{t("months", { n: formatNumber(spell.months, locale) })}</span>
    </dd>
  );
  return (
    <Card title={t("title")}>
      {since && workshop ? (
        <dl className="ind-facts">
          <div>
            <dt>{t("before")}</dt>
            {told(since.before)}
          </div>
          <div>
            <dt>{t("after")}</dt>
            {told(since.after)}
          </div>
        </dl>
      ) : (
        <p>{t("none")}</p>
      )}
      {since && <p className="sm mut mt-2">{t("few")}</p>}
    </Card>
  );
}

function Behind({ head, opened, figures }: Omit<Props, "verifies">) {
  const t = useTranslations("indicators.village.behind");
  const locale = useLocale();
  const { indicator } = opened.row;
  const { workshops, plan, photo } = opened.standing;
  const named = (terms: readonly string[]) =>
    terms.map((term) => {
      const element = opened.elements.find(({ code }) => code === term.replace("-", ""));
      return `${term.startsWith("-") ? "− " : ""}${element ? placeName(element, locale) : term}`;
    });
  const below = named(indicator.denominator ?? []).join(" + ");
  const people = figures.filter(({ kind }) => kind === indicator.populationKind);
  const href = placeHref(head, "plan");
  return (
    <Card title={t("title")}>
      <dl className="ind-facts">
        <div>
          <dt>{t("above")}</dt>
          <dd>{named(indicator.numerator).join(" + ")}</dd>
        </div>
        {below && (
          <div>
            <dt>{t("below")}</dt>
            <dd>{below}</dd>
          </div>
        )}
        {indicator.populationKind && (
          <div>
            <dt>{t("people")}</dt>
            <dd className="sm">{people.length > 0 ? <FigureList figures={people} /> : t("noPeople")}</dd>
          </div>
        )}
      </dl>
      <ul className="list mt-2">
        {workshops.map(({ id, startDate }) => (
          <li key={id}>
            <Link href={placeHref(head, `workshops/${id}`)} className="ind-way">
              {t("workshop", { date: formatDate(startDate, locale) })}
            </Link>
          </li>
        ))}
        {plan && (
          <li>
            <Link href={`${href}?plan=${plan.id}`} className="ind-way">
              {plan.date ? t("plan", { date: formatDate(plan.date, locale) }) : t("planOnly")}
            </Link>
          </li>
        )}
        {photo && (
          <li>
            <Link href={`${href}#action-${photo.actionId}`} className="ind-way">
              {t("photo", { date: formatDate(photo.date, locale) })}
            </Link>
          </li>
        )}
      </ul>
      {workshops.length === 0 && !plan && <p className="sm mut">{t("nothing")}</p>}
    </Card>
  );
}

function Parts({ opened, verifies }: Pick<Props, "opened" | "verifies">) {
  const t = useTranslations("indicators.village");
  const locale = useLocale();
  const nameOf = ({ name, source }: Counter) => (name ? placeName(name, locale) : t(`source.${source}`));
  const newest = [...opened.parts].reverse();
  return (
    <Card title={t("parts.title")} className="ind-wide">
      <table className="t">
        <thead>
          <tr>
            <th scope="col">{t("parts.month")}</th>
            {opened.counters.map((counter) => (
              <th key={counter.key} scope="col">
                {nameOf(counter)}
              </th>
            ))}
            <th scope="col">{t("parts.state")}</th>
          </tr>
        </thead>
        <tbody>
          {newest.map((part) => (
            <tr key={part.period} id={`m${part.period}`}>
              <th scope="row">{monthLabel(part.period)}</th>
              {part.pairs.map((pair, at) => (
                <PairCell key={opened.counters[at]?.key} pair={pair} />
              ))}
              <td>
                <State part={part} verifies={verifies} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}

function PairCell({ pair: { k, n: of } }: { pair: Pair }) {
  const t = useTranslations("indicators.village");
  const locale = useLocale();
  const n = (value: number) => formatNumber(value, locale);
  if (k === null) return <td className="mut">{t("missing")}</td>;
  return <td className="nw">{of === null ? n(k) : t("kOfN", { k: n(k), n: n(of) })}</td>;
}

/** How the village's own count of the month came: its report leads to itself for those who verify. */
function State({ part: { report, pairs }, verifies }: { part: Part; verifies: boolean }) {
  const t = useTranslations("indicators.village.parts");
  if (!report) return pairs[0]?.k === null || !pairs[0] ? "" : t("imported");
  const said = t(report.verified === null ? "submitted" : report.verified ? "verified" : "returned");
  return verifies ? <Link href={`/reports/${report.id}`}>{said}</Link> : said;
}
