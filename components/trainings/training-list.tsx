import { useLocale, useTranslations } from "next-intl";
import { formatDate, formatNumber } from "@/lib/i18n/format";
import { placeName } from "@/lib/i18n/place-name";
import type { TrainingView } from "@/lib/trainings/queries";
import { refresherIn, testResult } from "@/lib/trainings/rules";
import { Card } from "../ui/card";
import { EmptyState } from "../ui/empty-state";
import { FileLinks } from "../ui/file-links";
import { PageHeader } from "../ui/page-header";
import { StatusPill } from "../ui/status-pill";

type Props = { trainings: readonly TrainingView[]; today: string };

/** A refresher is due from so many days before its date. */
const soonDays = 30;

export function TrainingList({ trainings, today }: Props) {
  const t = useTranslations("trainings");
  const locale = useLocale();
  if (trainings.length === 0) return <EmptyState title={t("none")} why={t("noneWhy")} />;
  const due = trainings.filter((one) => {
    const days = refresherIn(one, trainings, today);
    return days !== null && days <= soonDays;
  }).length;
  const columns = ["when", "who", "before", "after", "change", "refresher"] as const;
  return (
    <>
      <PageHeader
        title={t("title", { count: due, n: formatNumber(due, locale) })}
        lead={t("lead", { count: trainings.length, n: formatNumber(trainings.length, locale) })}
        action={<FileLinks path="/api/trainings" />}
      />
      <Card>
        <table className="t stacks">
          <thead>
            <tr>
              <th scope="col">{t("topicHead")}</th>
              {columns.map((column) => (
                <th scope="col" key={column}>
                  {t(column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {trainings.map((one) => (
              <Row key={one.id} training={one} all={trainings} today={today} />
            ))}
          </tbody>
        </table>
        <p className="sm mut mt-2">{t("changeWhy")}</p>
      </Card>
    </>
  );
}

type RowProps = { training: TrainingView; all: readonly TrainingView[]; today: string };

function Row({ training, all, today }: RowProps) {
  const t = useTranslations("trainings");
  const locale = useLocale();
  const n = (value: number) => formatNumber(value, locale, { maxDecimals: 0 });
  const { n: people, pre, post, change } = testResult(training.scores ?? []);
  const where = training.facilityLo
    ? placeName({ nameLo: training.facilityLo, nameEn: training.facilityEn ?? "" }, locale)
    : placeName({ nameLo: training.districtLo, nameEn: training.districtEn }, locale);
  const came = training.attendees?.map((one) => `${t(`role.${one.role}`)} ${n(one.people)}`) ?? [];
  const days = refresherIn(training, all, today);
  return (
    <tr>
      <th scope="row">
        {t(`topic.${training.topic}`)}
        {training.title && <span className="block sm mut">{training.title}</span>}
      </th>
      <td data-label={t("when")}>
        {formatDate(training.date, locale, "short")} · {where}
      </td>
      <td data-label={t("who")}>{came.join(", ") || "–"}</td>
      <td data-label={t("before")}>{pre === null ? "–" : n(pre)}</td>
      <td data-label={t("after")}>{post === null ? "–" : n(post)}</td>
      <td data-label={t("change")}>
        {change.mean === null
          ? "–"
          : change.lo === null || change.hi === null
            ? t("plain", { d: n(change.mean), n: n(people) })
            : t("interval", { d: n(change.mean), lo: n(change.lo), hi: n(change.hi), n: n(people) })}
      </td>
      <td data-label={t("refresher")}>
        <Refresher days={days} date={training.refresherDue} />
      </td>
    </tr>
  );
}

function Refresher({ days, date }: { days: number | null; date: string | null | undefined }) {
  const t = useTranslations("trainings");
  const locale = useLocale();
  if (!date) return "–";
  if (days === null) return <StatusPill status="done">{t("refreshed")}</StatusPill>;
  const status = days < 0 ? "late" : days <= soonDays ? "soon" : "todo";
  return <StatusPill status={status}>{formatDate(date, locale, "short")}</StatusPill>;
}
