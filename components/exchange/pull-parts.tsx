import { useLocale, useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { StatusMark } from "@/components/ui/status-mark";
import { isPullProblem } from "@/lib/exchange/pull/fault";
import type { PullPartLine } from "@/lib/exchange/pull/queries";
import { formatDate, formatNumber, formatTime } from "@/lib/i18n/format";
import { firstDay } from "@/lib/indicators/months";

const marks = { waiting: "todo", done: "done", failed: "late" } as const;
const told = [
  "imported",
  "updated",
  "deleted",
  "unchanged",
  "notAsked",
  "setAside",
  "unknown",
  "conflictRows",
] as const;

/** Each request of a run: the month and unit, what came of it, how often it was tried. */
export function PullParts({ parts }: { parts: readonly PullPartLine[] }) {
  const t = useTranslations("pull");
  const locale = useLocale();
  const say = useWhatCame();
  if (parts.length === 0) return null;
  return (
    <Card title={t("run.parts")}>
      <ul className="list">
        {parts.map((part) => {
          const month = formatDate(firstDay(part.period), locale, "month");
          const name = t("part.name", { month, unit: part.orgUnit });
          return (
            <li key={part.no} className="row wrap between py-3">
              <span className="row top">
                <StatusMark status={marks[part.state]} label={t(`state.${stateOf(part)}`)} />
                <span>
                  <b className="wrap-anywhere">{name}</b>
                  <span className="sm mut block wrap-anywhere">{say(part)}</span>
                </span>
              </span>
              {part.importId && (
                <ButtonLink
                  small
                  href={`/admin/imports/values/${part.importId}`}
                  aria-label={`${t("part.open")}: ${name}`}
                >
                  {t("part.open")}
                </ButtonLink>
              )}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}

const stateOf = ({ state }: PullPartLine) => (state === "failed" ? "stopped" : state);

function useWhatCame() {
  const t = useTranslations("pull");
  const locale = useLocale();
  const n = (value: number) => formatNumber(value, locale);
  return ({ state, counts, problem, detail, tries, httpStatus, nextTryAt }: PullPartLine): string => {
    const said: string[] = [];
    if (problem && isPullProblem(problem)) said.push(t(`problem.${problem}`));
    if (problem && detail) said.push(t("said", { detail }));
    if (nextTryAt && state === "waiting") said.push(t("part.again", { when: formatTime(nextTryAt) }));
    else if (state === "waiting" && tries === 0) said.push(t("part.waiting"));
    if (counts?.rows === 0) said.push(t("part.none"));
    for (const key of told) if (counts?.[key]) said.push(t(`part.${key}`, { n: n(counts[key]) }));
    if (tries > 1 || problem) said.push(t("part.tries", { count: tries, n: n(tries) }));
    if (problem && httpStatus) said.push(t("part.status", { status: String(httpStatus) }));
    return said.join(" · ");
  };
}
