import { useLocale, useTranslations } from "next-intl";
import { formatDate, formatNumber } from "@/lib/i18n/format";
import { trustOf } from "@/lib/plans/confirmation";
import type { PosterAction, PosterProblem, PosterPromise } from "@/lib/publishing/views";
import { type PlaceHead, placeHref } from "@/lib/villages/place-head";
import { countPlan, standingOf } from "@/lib/villages/standing";
import type { WorkshopLine } from "@/lib/villages/views";
import { ButtonLink } from "../ui/button";
import { KOfNBar } from "../ui/k-of-n-bar";
import { Link } from "../ui/link";
import { type Status, StatusMark } from "../ui/status-mark";
import { inRankOrder, type ShownRanking } from "./votes";

type PlanProps = {
  head: PlaceHead;
  planId: string;
  year: string;
  actions: readonly PosterAction[];
  today: string;
};
const order = ["late", "blocked", "soon", "doing", "todo", "done", "dropped"];

/** "Plan 2026: 5 of 9 done", one line per action, what needs somebody first. */
export function PlanCard({ head, planId, year, actions, today }: PlanProps) {
  const t = useTranslations("villages.plan");
  const word = useTranslations();
  const locale = useLocale();
  const count = countPlan(actions, today);
  const number = (value: number) => formatNumber(value, locale);
  const rows = actions
    .map((action) => ({ action, standing: standingOf(action, today) }))
    .sort((a, b) => order.indexOf(a.standing.mark) - order.indexOf(b.standing.mark));
  return (
    <section className="card">
      <h2>{t("title", { year, k: number(count.done), n: number(count.total) })}</h2>
      <KOfNBar counts={count.cells} />
      {count.dropped > 0 && (
        <p className="sm mut">{t("dropped", { count: count.dropped, n: number(count.dropped) })}</p>
      )}
      <ul className="village-rows mt-2">
        {rows.map(({ action, standing }) => (
          <li key={action.id}>
            <StatusMark status={standing.mark} size={20} label={word(`status.${standing.mark}`)} />
            <span className="grow">
              <Link href={`${placeHref(head, "plan")}?plan=${planId}#action-${action.id}`}>
                {action.what}
              </Link>
              <span className="block sm mut">
                {action.lead ? word(`plans.office.${action.lead}`) : t("noLead")}
                {standing.daysLate > 0 &&
                  ` · ${word("status.daysLate", { count: standing.daysLate, n: number(standing.daysLate) })}`}
                {trustOf(action) && ` · ${word(`status.${trustOf(action) ?? "unconfirmed"}`)}`}
              </span>
            </span>
            <span className="nw sm">{action.due ? formatDate(action.due, locale, "short") : t("noDue")}</span>
          </li>
        ))}
      </ul>
      <ButtonLink kind="quiet" href={`${placeHref(head, "plan")}?plan=${planId}`}>
        {t("all")}
      </ButtonLink>
    </section>
  );
}

type ProblemsProps = { head: PlaceHead; problems: readonly PosterProblem[]; ranking: ShownRanking };

export function ProblemsCard({ head, problems, ranking }: ProblemsProps) {
  const t = useTranslations("villages.problems");
  const locale = useLocale();
  return (
    <section className="card">
      <h2>{t("short")}</h2>
      {problems.length === 0 && <p className="mut">{t("none")}</p>}
      <ol className="village-rows">
        {inRankOrder(problems, ranking).map(({ problem, place }) => (
          <li key={problem.id}>
            <b className="no">{formatNumber(problem.number, locale)}</b>
            <span className="grow">{problem.statement}</span>
            <span className="nw sm mut">
              {place?.rank ? `${t("rank")} ${formatNumber(place.rank, locale)}` : t("notRanked")}
            </span>
          </li>
        ))}
      </ol>
      <ButtonLink kind="quiet" href={placeHref(head, "problems")}>
        {t("all")}
      </ButtonLink>
    </section>
  );
}

export function PromisesCard({ promises, today }: { promises: readonly PosterPromise[]; today: string }) {
  const t = useTranslations("villages.promises");
  const party = useTranslations("workshops.pledges.party");
  const locale = useLocale();
  return (
    <section className="card">
      <h2>{t("title")}</h2>
      {promises.length === 0 && <p className="mut">{t("none")}</p>}
      <ul className="village-rows">
        {promises.map((promise) => {
          const { status, key } = promiseState(promise, today);
          const date = promise.due ? formatDate(promise.due, locale) : "";
          const said = key === "open" && !promise.due ? t("noDate") : t(key, { date });
          return (
            <li key={promise.id}>
              <StatusMark status={status} size={20} />
              <span className="grow">
                {t("line", { party: party(promise.party), text: promise.text })}
                <span className="block sm mut">{said}</span>
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function promiseState({ kept, due }: PosterPromise, today: string) {
  const states = {
    kept: { status: "done", key: "kept" },
    not_kept: { status: "dropped", key: "notKept" },
    late: { status: "late", key: "late" },
    open: { status: "todo", key: "open" },
  } as const satisfies Record<string, { status: Status; key: string }>;
  return states[kept ?? (due !== null && due < today ? "late" : "open")];
}

type WorkshopsProps = { head: PlaceHead; workshops: readonly WorkshopLine[] };

export function WorkshopRows({ head, workshops }: WorkshopsProps) {
  const t = useTranslations("villages.workshops");
  const word = useTranslations("workshops");
  const locale = useLocale();
  const number = (value: number) => formatNumber(value, locale);
  return (
    <ul className="village-rows">
      {workshops.map(({ id, module, startDate, status, people, women, source }) => (
        <li key={id}>
          <span className="grow">
            <Link href={placeHref(head, `workshops/${id}`)}>
              {t("line", { module: word(`module.${module}`), date: formatDate(startDate, locale) })}
            </Link>
            <span className="block sm mut">
              {people > 0 ? t("came", { people: number(people), women: number(women) }) : t("nobody")} ·{" "}
              {word(`status.${status}`)}
            </span>
            {source && <span className="block xs mut">{t("source", { source })}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}
