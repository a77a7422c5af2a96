import { villageName } from "@/lib/i18n/place-name";
import type { PeerLine, PeerVisit } from "@/lib/peers/queries";
import { isHeld } from "@/lib/peers/rules";
import { afterText, type PeerWords, sideName } from "@/lib/peers/words";
import { placeHref } from "@/lib/villages/place-head";
import { standingOf } from "@/lib/villages/standing";
import { ClientMessages } from "../shell/client-messages";
import { Card } from "../ui/card";
import { Link } from "../ui/link";
import { ListRow } from "../ui/list-row";
import { Notice } from "../ui/notice";
import { PageHeader } from "../ui/page-header";
import { StatusMark } from "../ui/status-mark";
import { AddVisitForm, EndLinkForm, HoldVisitForm } from "./visit-forms";

type Props = { line: PeerLine; words: PeerWords; mayRecord: boolean };

/** One village guides another: their visits, and what the learning side's records say changed. */
export function LinkView({ line, words, mayRecord }: Props) {
  const { t, theme, status, date, locale, today } = words;
  const learner = villageName(line.learner, locale);
  const of = { place: line.learner.id, today };
  return (
    <ClientMessages domains={["peers"]}>
      <div className="stack">
        <PageHeader
          title={t("record.title", {
            guide: sideName(line.guide, words),
            learner: sideName(line.learner, words),
          })}
          lead={t("record.lead", { theme: theme(line.theme), date: date(line.since) })}
        />
        {line.until && <Notice>{t("ended", { date: date(line.until) })}</Notice>}
        <Card title={t("record.visits")}>
          {line.visits.length === 0 && <p className="sm mut">{t("record.noVisits")}</p>}
          <ul className="rows">
            {line.visits.map((visit) => (
              <li key={visit.id}>
                <VisitLine visit={visit} words={words} />
                {mayRecord && !visit.heldDate && <HoldVisitForm {...of} visitId={visit.id} />}
              </li>
            ))}
          </ul>
        </Card>
        {line.after && (
          <Card title={t("record.after", { village: learner })}>
            <p>{afterText(line, words)}</p>
            <ul>
              {line.after.actions.map((action) => (
                <li key={action.id}>
                  <ListRow
                    href={`${placeHref(line.learner, "plan")}#action-${action.id}`}
                    status={standingOf(action, today).mark}
                    statusLabel={status(standingOf(action, today).mark)}
                    name={action.what}
                  />
                </li>
              ))}
            </ul>
            <p className="sm mut">{t("record.afterHelp")}</p>
            <p className="noprint">
              <Link href={placeHref(line.learner, "plan")} className="fold-line">
                {t("record.plan", { village: learner })}
              </Link>{" "}
              <Link href={placeHref(line.learner, "indicators")} className="fold-line">
                {t("record.counted", { village: learner })}
              </Link>
            </p>
          </Card>
        )}
        {mayRecord && !line.until && (
          <Card title={t("record.add")}>
            <AddVisitForm {...of} linkId={line.id} />
            <hr className="rule" />
            <EndLinkForm {...of} linkId={line.id} />
          </Card>
        )}
      </div>
    </ClientMessages>
  );
}

function VisitLine({ visit, words: { t, date, number, today } }: { visit: PeerVisit; words: PeerWords }) {
  const held = isHeld(visit, today);
  const late = !held && visit.plannedDate !== null && visit.plannedDate < today;
  const when = visit.heldDate
    ? t("record.held", { date: date(visit.heldDate) })
    : t("record.planned", { date: date(visit.plannedDate ?? today) });
  const people = visit.people && t("record.people", { count: visit.people, n: number(visit.people) });
  return (
    <p className="row top">
      <StatusMark status={held ? "done" : late ? "late" : "todo"} size={22} />
      <span>
        <b>{when}</b> · {[t(`visitKind.${visit.kind}`), people].filter(Boolean).join(" · ")}
      </span>
    </p>
  );
}
