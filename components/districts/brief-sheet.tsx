import "./brief.css";
import { useLocale, useTranslations } from "next-intl";
import { type Attention, attentionList, daysLateOf } from "@/lib/districts/attention";
import type { DistrictReview } from "@/lib/districts/review";
import { countActions, totalOf } from "@/lib/districts/summary";
import { formatDate, formatNumber } from "@/lib/i18n/format";
import { placeName, villageName } from "@/lib/i18n/place-name";
import { confirmedCount } from "@/lib/plans/confirmation";
import { governanceLevels } from "@/lib/workshops/schema";
import { Band } from "../shell/band";
import { KOfNBar } from "../ui/k-of-n-bar";

type Props = {
  district: { nameLo: string; nameEn: string };
  review: DistrictReview;
  today: string;
  receivedUntil: string;
};

const decideMax = 5;
const instructionsMax = 2;

/** One A4 page for the monthly meeting: overflow drops rows and says how many, never type size. */
export function BriefSheet({ district, review, today, receivedUntil }: Props) {
  const t = useTranslations("districts.brief");
  const locale = useLocale();
  const counts = countActions(review.actions, today);
  const needs = attentionList(review, today);
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
      <Decide needs={needs} review={review} today={today} />
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

function Decide({
  needs,
  review,
  today,
}: {
  needs: readonly Attention[];
  review: DistrictReview;
  today: string;
}) {
  const t = useTranslations("districts.brief");
  const today_ = useTranslations("districts.today");
  const office = useTranslations("plans.office");
  const status = useTranslations("status");
  const locale = useLocale();
  const villages = new Map(review.villages.map((village) => [village.id, villageName(village, locale)]));
  const rows = needs.slice(0, decideMax).map((entry) => {
    const village = entry.villageId ? villages.get(entry.villageId) : null;
    const days = (count: number) => status("daysLate", { count, n: formatNumber(count, locale) });
    switch (entry.kind) {
      case "late_action":
        return {
          key: entry.action.id,
          what: entry.action.what,
          village,
          why: days(daysLateOf(entry.action, today)),
          who: entry.action.lead && office(entry.action.lead),
        };
      case "no_answer":
        return {
          key: entry.instruction.id,
          what: entry.instruction.text,
          village,
          why: today_("noAnswer", { office: office(entry.instruction.toOffice) }),
          who: office(entry.instruction.toOffice),
        };
      case "promise":
        return {
          key: entry.promise.id,
          what: entry.promise.text,
          village,
          why: days(entry.daysLate),
          who: office("district_governor"),
        };
      default:
        return {
          key: `${entry.villageId}${entry.dueDate}`,
          what: today_("visit"),
          village,
          why: days(entry.daysLate),
          who: office("facilitator_team"),
        };
    }
  });
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
                  <span className="brief-box" aria-hidden="true" /> <b>{row.what}</b>
                  <span className="block sm">{[row.village, row.why].filter(Boolean).join(" · ")}</span>
                </td>
                <td>{row.who}</td>
                <td />
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {needs.length > decideMax && (
        <p className="sm">{t("more", { n: formatNumber(needs.length - decideMax, locale) })}</p>
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
