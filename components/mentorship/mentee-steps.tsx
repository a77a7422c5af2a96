import { useLocale, useTranslations } from "next-intl";
import { formatDate, formatNumber } from "@/lib/i18n/format";
import type { MenteePage } from "@/lib/mentorship/queries";
import { forgotten, sectionScores } from "@/lib/mentorship/rules";
import { quartersOf, type Scored } from "@/lib/mentorship/standing";
import { Card } from "../ui/card";
import { StatusPill } from "../ui/status-pill";

/** Each step in each quarter, and what was lost between the last two. */
export function MenteeSteps({ page }: { page: MenteePage }) {
  const t = useTranslations("mentees");
  const quarters = quartersOf(page.scores, page.checklists);
  const last = quarters.at(-1);
  if (!last)
    return (
      <Card title={t("page.quarters")}>
        <p className="sm mut">{t("first")}</p>
      </Card>
    );
  return (
    <>
      <Card title={t("page.quarters")}>
        <QuarterTable quarters={quarters.slice(-4)} />
      </Card>
      <Items title={t("page.missed")} items={last.score.failed} />
      <Forgot quarters={quarters} />
    </>
  );
}

function QuarterTable({ quarters }: { quarters: readonly Scored[] }) {
  const t = useTranslations();
  const locale = useLocale();
  const n = (value: number) => formatNumber(value, locale);
  const newest = quarters.at(-1);
  const heads = quarters.map(({ assessment, list }) =>
    [formatDate(assessment.date, locale, "short"), t("mentees.page.version", { n: n(list.version) })].join(
      " · ",
    ),
  );
  const of = (done: number, all: number) => t("mentorship.score", { done: n(done), all: n(all) });
  return (
    <table className="t stacks">
      <thead>
        <tr>
          <th scope="col">{t("mentees.lost.step")}</th>
          {heads.map((head) => (
            <th scope="col" key={head}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {newest?.list.sections.map(({ code, text }) => (
          <tr key={code}>
            <th scope="row">{locale === "en" ? text.en : text.lo}</th>
            {quarters.map(({ quarter, list, assessment }, at) => {
              const step = sectionScores(list, assessment.marks).find((one) => one.code === code);
              const critical = step?.critical.length ?? 0;
              return (
                <td key={quarter} data-label={heads[at]}>
                  <div>
                    {step ? of(step.done, step.applicable) : "–"}
                    {critical > 0 && (
                      <span className="block text-late">
                        {t("mentorship.missed", { count: critical, n: n(critical) })}
                      </span>
                    )}
                  </div>
                </td>
              );
            })}
          </tr>
        ))}
        <tr>
          <th scope="row">{t("mentees.page.total")}</th>
          {quarters.map(({ quarter, score, verdict }, at) => (
            <td key={quarter} data-label={heads[at]}>
              <div>
                {of(score.done, score.applicable)}{" "}
                <StatusPill status={verdict === "passed" ? "done" : verdict === "failed" ? "late" : "todo"}>
                  {t(`mentorship.verdict.${verdict}`)}
                </StatusPill>
              </div>
            </td>
          ))}
        </tr>
      </tbody>
    </table>
  );
}

function Forgot({ quarters }: { quarters: readonly Scored[] }) {
  const t = useTranslations("mentees.page");
  const [before, now] = quarters.slice(-2);
  if (!before || !now) return null;
  const lost = forgotten(now.list.items, before.assessment.marks, now.assessment.marks);
  if (lost.length === 0)
    return (
      <Card title={t("forgot")}>
        <p className="sm">{t("noneForgot")}</p>
      </Card>
    );
  return <Items title={t("forgot")} items={lost} />;
}

type ItemsProps = { title: string; items: Scored["score"]["failed"] };

function Items({ title, items }: ItemsProps) {
  const t = useTranslations("mentorship");
  const locale = useLocale();
  if (items.length === 0) return null;
  return (
    <Card title={title}>
      <ul className="stack-s">
        {items.map(({ code, text, critical }) => (
          <li key={code} className="row between">
            <span>{locale === "en" ? text.en : text.lo}</span>
            {critical && <span className="tag">◆ {t("critical")}</span>}
          </li>
        ))}
      </ul>
    </Card>
  );
}
