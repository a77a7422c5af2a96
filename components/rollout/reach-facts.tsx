import "./rollout.css";
import { formatNumber } from "@/lib/i18n/format";
import type { Reach } from "@/lib/rollout/reach";
import type { RolloutWords } from "@/lib/rollout/words";

type Props = { reach: Reach; own: readonly [k: number, n: number]; year: number; words: RolloutWords };

/** Places and people reached; every number with how many villages it is known of. */
export function ReachFacts({ reach, own, year, words }: Props) {
  const { t, age, n, locale } = words;
  const { people, provinces, steps } = reach;
  const last = steps.at(-1);
  const villages = last?.villages ?? 0;
  const known = (k: number) => t("known", { k: n(k), n: n(villages) });
  const inAll = provinces.reduce((sum, row) => sum + row.districtsInAll, 0);
  const of = (k: number, all: number) => t("ofN", { k: n(k), n: n(all) });
  const facts: [string, string, string?][] = [
    [t("fact.provinces"), of(last?.provinces ?? 0, provinces.length)],
    [t("fact.districts"), of(last?.districts ?? 0, inAll)],
    [t("fact.people"), n(people.people), known(people.villagesKnown)],
    [t("fact.females"), n(people.females), known(people.femalesKnown)],
    [t("fact.minority"), of(people.minority, people.groupsKnown), known(people.groupsKnown)],
    [t("fact.attended"), n(people.attended), `${t("fact.attendedFemale")}: ${n(people.attendedFemale)}`],
    [t("fact.own", { year: String(year) }), of(...own)],
  ];
  const families = Object.entries(people.families).sort(([, a], [, b]) => b - a);
  const ages = Object.entries(people.attendedAges);
  return (
    <section aria-label={t("facts")} className="stack-s">
      <dl className="ro-facts">
        {facts.map(([term, value, note]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>
              {value}
              {note && <span>{note}</span>}
            </dd>
          </div>
        ))}
      </dl>
      {families.length > 0 && (
        <p className="sm mut">
          {t("families", {
            list: families
              .map(
                ([family, count]) =>
                  `${t(`family.${family}` as "family.other")} ${formatNumber(count, locale)}`,
              )
              .join(" · "),
          })}
        </p>
      )}
      {ages.length > 0 && (
        <p className="sm mut">
          {t("ages", {
            list: ages.map(([band, count]) => `${age(band as "25to49")}: ${n(count ?? 0)}`).join(" · "),
          })}
        </p>
      )}
    </section>
  );
}
