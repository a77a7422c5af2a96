import "./brief.css";
import { useLocale, useTranslations } from "next-intl";
import type { Standing } from "@/lib/attention/responses";
import { wordsOf } from "@/lib/attention/words";
import type { DistrictReview } from "@/lib/districts/review";
import { countActions, totalOf } from "@/lib/districts/summary";
import { formatDate, formatNumber } from "@/lib/i18n/format";
import { placeName } from "@/lib/i18n/place-name";
import { confirmedCount } from "@/lib/plans/confirmation";
import { governanceLevels } from "@/lib/workshops/schema";
import { type Spoken, useSpeech } from "../attention/speech";
import { Band } from "../shell/band";
import { KOfNBar } from "../ui/k-of-n-bar";

type Props = {
  district: { nameLo: string; nameEn: string };
  review: DistrictReview;
  needs: readonly Standing[];
  given: Spoken;
  today: string;
  receivedUntil: string;
};

const decideMax = 5;
const instructionsMax = 2;

/** One A4 page for the monthly meeting: overflow drops rows and says how many, never type size. */
export function BriefSheet({ district, review, needs, given, today, receivedUntil }: Props) {
  const t = useTranslations("districts.brief");
  const locale = useLocale();
  const counts = countActions(review.actions, today);
  const n = (value: number) => formatNumber(value, locale);
  return (
    <article className="brief">
      <Band />
      <header>
        <p className="sm">{t("title")}</p>
        <h1>{t("place", { district: placeName(district, locale) })}</h1>
        <p>
          {t("headline", {
            done: n(counts.done),
            n: n(totalOf(counts)),
            late: n(counts.late),
            needs: needs.length,
            needsText: n(needs.length),
          })}
        </p>
      </header>
      <Decide needs={needs} given={given} />
      <div className="brief-two">
        <Levels review={review} today={today} />
        <Instructions review={review} />
      </div>
      <section>
        <h2>{t("notes")}</h2>
        <div className="brief-lines" aria-hidden="true" />
      </section>
      <footer className="xs">{t("footer", { date: receivedUntil })}</footer>
    </article>
  );
}

function Decide({ needs, given }: Pick<Props, "needs" | "given">) {
  const t = useTranslations("districts.brief");
  const speech = useSpeech(given);
  const rows = needs.slice(0, decideMax).map(({ entry }) => ({
    key: entry.key,
    who: entry.who ? speech.office(entry.who) : "",
    ...wordsOf(entry, speech),
  }));
  return (
    <section>
      <h2>{t("decide")}</h2>
      {rows.length === 0 ? (
        <p>{t("nothing")}</p>
      ) : (
        <table className="t">
          <thead>
            <tr>
              <th scope="col">{t("decide")}</th>
              <th scope="col">{t("who")}</th>
              <th scope="col" className="brief-by">
                {t("by")}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key}>
                <td>
                  <span className="brief-box" aria-hidden="true" /> <b>{row.head}</b>
                  <span className="block sm">{`${row.place} · ${row.why}`}</span>
                </td>
                <td>{row.who}</td>
                <td />
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {needs.length > decideMax && (
        <p className="sm">{t("more", { n: formatNumber(needs.length - decideMax, speech.locale) })}</p>
      )}
    </section>
  );
}

function Levels({ review, today }: { review: DistrictReview; today: string }) {
  const t = useTranslations("districts");
  const level = useTranslations("plans.level");
  const locale = useLocale();
  const all = countActions(review.actions, today);
  const rows = governanceLevels
    .map((name) => ({
      name,
      counts: countActions(
        review.actions.filter((action) => action.level === name),
        today,
      ),
    }))
    .filter(({ counts }) => totalOf(counts) > 0);
  return (
    <section>
      <h2>{t("brief.promises")}</h2>
      <KOfNBar counts={all} />
      {all.done > 0 && (
        <p className="sm">
          {t("promises.confirmed", {
            k: formatNumber(confirmedCount(review.actions), locale),
            n: formatNumber(all.done, locale),
          })}
        </p>
      )}
      {rows.map(({ name, counts }) => (
        <p key={name} className="row between">
          <span>{level(name)}</span>
          <b className="nw">
            {t("promises.ofN", {
              k: formatNumber(counts.done, locale),
              n: formatNumber(totalOf(counts), locale),
            })}
          </b>
        </p>
      ))}
    </section>
  );
}

function Instructions({ review }: { review: DistrictReview }) {
  const t = useTranslations("districts.brief");
  const word = useTranslations("instructions");
  const office = useTranslations("plans.office");
  const locale = useLocale();
  const rest = review.instructions.length - instructionsMax;
  return (
    <section>
      <h2>{t("instructions")}</h2>
      {review.instructions.length === 0 && <p>{t("noInstructions")}</p>}
      <ul className="stack-s">
        {review.instructions.slice(0, instructionsMax).map((instruction) => (
          <li key={instruction.id}>
            <b>{office(instruction.toOffice)}</b>: {instruction.text}
            <span className="block sm">
              {word("given", { date: formatDate(instruction.date, locale) })} ·{" "}
              {word(`status.${instruction.status as "given"}`)}
            </span>
          </li>
        ))}
      </ul>
      {rest > 0 && <p className="sm">{t("more", { n: formatNumber(rest, locale) })}</p>}
    </section>
  );
}
