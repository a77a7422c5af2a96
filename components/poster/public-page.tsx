import { placeInList, placeName } from "@/lib/i18n/place-name";
import { confirmedCount, trustOf } from "@/lib/plans/confirmation";
import type { PublicAction, PublicPlan } from "@/lib/publishing/views";
import { isMadeUp } from "@/lib/villages/made-up";
import { countPlan, type Standing, standingOf } from "@/lib/villages/standing";
import { dueVisits } from "@/lib/visits/rules";
import { kOfNOrder, kOfNSegments } from "../ui/k-of-n";
import { staticMarkup } from "../ui/static-markup";
import { type Status, StatusMark } from "../ui/status-mark";
import { Html, html } from "./html";
import { type Answering, answerForm, answerNotice, saidLine } from "./public-answer";
import { publicDocument } from "./public-document";
import { publicMap } from "./public-map";
import type { PublicWords } from "./public-words";

const fills = {
  done: "#0b5c4a",
  doing: "#c9d8f1",
  todo: "#fff",
  blocked: "#1b2330",
  late: "#a8321a",
} as const;
/** A page for a village's signal: all of it below 60 kB, the map gets what the words leave. */
export const publicPageLimit = 60_000;

const mark = (status: Status, size: number) =>
  new Html(staticMarkup(<StatusMark status={status} size={size} />));

/** The public village page: what was agreed, how it stands, who promised what, the map and the visits. Offices only. */
export function publicPage(plan: PublicPlan, words: PublicWords, today: string, given: Answering): string {
  const { t, locale } = words;
  const name = placeName(plan.place, locale);
  const title = placeInList(plan.place, locale);
  const district = t("poster.district", { name: placeName(plan.district, locale) });
  const province = placeName(plan.province, locale);
  const parts = [
    answerNotice(given, words),
    html`<p class="where">${t("poster.where", { district, province })}</p><h1>${title}</h1>`,
    summary(plan, words, today),
    actionList(plan.actions, words, today, given),
    promiseList(plan, words, today),
    visitList(plan, words, today),
  ];
  const foot = html`${isMadeUp(plan.source) && html`<p class="small">${t("poster.public.madeUp")}</p>`}
<p class="small">${t("poster.public.ask", { district })}</p>`;
  const page = (map: Html | null) =>
    publicDocument(words, t("poster.public.title", { name }), html`${parts}${map}${foot}`);
  const left = publicPageLimit - Buffer.byteLength(page(null)) - 9_000;
  return page(publicMap(plan, words, left));
}

function summary({ actions }: PublicPlan, { t, number, date }: PublicWords, today: string): Html {
  const { total, done, cells } = countPlan(actions, today);
  const bar = kOfNSegments(cells).map(
    ({ x, width, status }) =>
      html`<rect x="${x}%" y="1" width="${width}%" height="20" rx="3" fill="${fills[status]}" stroke="${status === "todo" ? "#5a6270" : fills[status]}" stroke-width="1.5"/>`,
  );
  const counts = kOfNOrder
    .filter((status) => cells[status] > 0)
    .map(
      (status) =>
        html`<span>${mark(status, 16)}<b>${number(cells[status])}</b> ${t(`status.${status}`)}</span>`,
    );
  const updated = actions
    .flatMap(({ statusDate }) => statusDate ?? [])
    .sort()
    .at(-1);
  return html`<p class="sum">${t("poster.public.sentence", { n: total, nText: number(total) })} ${
    total > 0 && html`<b>${t("poster.public.done", { k: done, kText: number(done) })}</b>`
  } ${done > 0 && t("poster.public.confirmedOf", { k: number(confirmedCount(actions)) })}</p>
<div class="bar"><svg aria-hidden="true">${bar}</svg></div><p class="words">${counts}</p>
${updated && html`<p class="small">${t("poster.public.updated", { date: date(updated) })}</p>`}`;
}

type Actions = readonly PublicAction[];

function actionList(actions: Actions, words: PublicWords, today: string, given: Answering): Html {
  const order = ["late", "blocked", "soon", "doing", "todo", "done", "dropped"];
  const rows = actions
    .map((action) => ({ action, standing: standingOf(action, today) }))
    .sort((a, b) => order.indexOf(a.standing.mark) - order.indexOf(b.standing.mark))
    .map(
      ({ action, standing }) =>
        html`<li>${mark(standing.mark, 24)}<span><b>${action.what}</b><span>${actionWhy(action, standing, words)}</span>${saidLine(action, words)}${answerForm(action, given, words)}</span></li>`,
    );
  return html`<section><h2>${words.t("poster.public.plan")}</h2><ul>${rows}</ul></section>`;
}

function actionWhy(
  action: PublicAction,
  { mark, daysLate }: Standing,
  { t, date, number }: PublicWords,
): string {
  const office = action.lead && t(`plans.office.${action.lead}`);
  const late = { count: daysLate, n: number(daysLate) };
  if (mark === "late")
    return office ? t("poster.public.late", { ...late, office }) : t("poster.public.lateNobody", late);
  const trust = trustOf(action);
  if (trust && action.statusDate)
    return [t("poster.public.finished", { date: date(action.statusDate) }), t(`status.${trust}`)].join(" · ");
  const due = mark !== "done" && mark !== "dropped" && action.due;
  return [
    t(`status.${mark}`),
    trust && t(`status.${trust}`),
    office && t("poster.public.lead", { office }),
    due && t("poster.public.by", { date: date(due) }),
  ]
    .filter(Boolean)
    .join(" · ");
}

function promiseList({ promises }: PublicPlan, { t, date }: PublicWords, today: string): Html | null {
  if (promises.length === 0) return null;
  const rows = promises.map(({ party, text, due, kept }) => {
    const late = kept === null && due !== null && due < today;
    const status = kept === "kept" ? "done" : kept === "not_kept" ? "dropped" : late ? "late" : "todo";
    const word =
      kept === "kept"
        ? t("poster.public.kept")
        : kept === "not_kept"
          ? t("poster.public.notKept")
          : [late && t("status.late"), due && t("poster.public.by", { date: date(due) })]
              .filter(Boolean)
              .join(" · ");
    const said = t("poster.public.promise", { party: t(`workshops.pledges.party.${party}`), text });
    return html`<li>${mark(status, 24)}<span><b>${said}</b><span>${word}</span></span></li>`;
  });
  return html`<section><h2>${t("poster.public.promises")}</h2><ul>${rows}</ul></section>`;
}

function visitList({ plan, visits }: PublicPlan, { t, date }: PublicWords, today: string): Html | null {
  const due = dueVisits({ plan, visits, today });
  if (due.length === 0) return null;
  const rows = due.map(({ heldDate, dueDate, state }) => {
    const status = heldDate ? "done" : state === "late" ? "late" : state === "soon" ? "soon" : "todo";
    const said = heldDate
      ? t("poster.public.visitHeld", { date: date(heldDate) })
      : t("poster.public.visitDue", { date: date(dueDate) });
    return html`<li>${mark(status, 24)}<span><b>${said}</b><span>${t(`status.${status}`)}</span></span></li>`;
  });
  return html`<section><h2>${t("poster.public.visits")}</h2><ul>${rows}</ul></section>`;
}
