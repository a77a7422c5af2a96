import { useLocale, useTranslations } from "next-intl";
import { formatNumber } from "@/lib/i18n/format";
import { lostBetween, type MenteeStanding } from "@/lib/mentorship/standing";
import { Card } from "../ui/card";

/** What mentees as a whole lost from one quarter to the next, step by step. */
export function LostTable({ rows }: { rows: readonly MenteeStanding[] }) {
  const t = useTranslations("mentees.lost");
  const of = useTranslations("mentees.counts");
  const locale = useLocale();
  const n = (value: number) => formatNumber(value, locale);
  const lost = lostBetween(rows);
  if (!lost)
    return (
      <Card title={t("title")}>
        <p className="sm mut">{t("few")}</p>
      </Card>
    );
  const kOfN = (k: number, all: number) => of("kOfN", { k: n(k), n: n(all) });
  const words = (code: string) => {
    const text = lost.list.sections.find((one) => one.code === code)?.text;
    return (locale === "en" ? text?.en : text?.lo) ?? code;
  };
  return (
    <Card title={t("title")}>
      <p className="sm mut">{t("lead", { count: lost.people, n: n(lost.people) })}</p>
      <table className="t stacks">
        <thead>
          <tr>
            <th scope="col">{t("step")}</th>
            <th scope="col">{t("before")}</th>
            <th scope="col">{t("now")}</th>
            <th scope="col">{t("forgotten")}</th>
          </tr>
        </thead>
        <tbody>
          {lost.steps.map((step) => (
            <tr key={step.code}>
              <th scope="row">{words(step.code)}</th>
              <td data-label={t("before")}>{kOfN(step.before, step.n)}</td>
              <td data-label={t("now")}>{kOfN(step.now, step.n)}</td>
              <td data-label={t("forgotten")}>{n(step.forgotten)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}
