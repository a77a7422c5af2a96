import { useLocale, useTranslations } from "next-intl";
import { ListRow } from "@/components/ui/list-row";
import type { Status } from "@/components/ui/status-mark";
import { isPullProblem } from "@/lib/exchange/pull/fault";
import type { PullLine } from "@/lib/exchange/pull/queries";
import { formatDateTime, formatNumber } from "@/lib/i18n/format";

const marks: Readonly<Record<PullLine["state"], Status>> = {
  waiting: "todo",
  running: "doing",
  done: "done",
  stopped: "late",
  failed: "soon",
};

/** Each time values were fetched, the newest first. */
export function PullJournal({ runs }: { runs: readonly PullLine[] }) {
  const t = useTranslations("pull");
  const locale = useLocale();
  if (runs.length === 0) return <p>{t("journal.none")}</p>;
  return (
    <>
      <ul className="card list">
        {runs.map(({ id, kind, state, askedAt, by, problem, changed }) => (
          <li key={id}>
            <ListRow
              href={`/admin/imports/values/pull/${id}`}
              status={marks[state]}
              statusLabel={t(`state.${state}`)}
              name={problem && isPullProblem(problem) ? t(`problem.${problem}`) : t(`state.${state}`)}
              why={t("journal.line", {
                kind: t(`kind.${kind}`),
                name: by ?? "",
                when: formatDateTime(askedAt, locale),
              })}
              datum={t("journal.changed", { count: changed, n: formatNumber(changed, locale) })}
            />
          </li>
        ))}
      </ul>
      <p className="sm mut">{t("journal.kept")}</p>
    </>
  );
}
