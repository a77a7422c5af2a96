import "./villages.css";
import { useLocale, useTranslations } from "next-intl";
import { formatDate } from "@/lib/i18n/format";
import type { VisitDates } from "@/lib/publishing/views";
import { dueVisits } from "@/lib/visits/rules";
import { StatusMark } from "../ui/status-mark";

type Props = {
  plan: Parameters<typeof dueVisits>[0]["plan"] | null;
  visits: readonly (VisitDates & { findings?: string | null; nextStep?: string | null })[];
  today: string;
};

/** Every visit a plan asks for, held or due, with what was found. */
export function VisitRows({ plan, visits, today }: Props) {
  const t = useTranslations("villages.workshops");
  const word = useTranslations("status");
  const locale = useLocale();
  const due = plan ? dueVisits({ plan, visits, today }) : [];
  if (due.length === 0) return <p className="mut">{t("noVisits")}</p>;
  return (
    <ul className="village-rows">
      {due.map(({ offsetMonths, dueDate, heldDate, state }) => {
        const status = heldDate ? "done" : state === "late" ? "late" : state === "soon" ? "soon" : "todo";
        const record = visits.find((visit) => visit.heldDate !== null && visit.heldDate === heldDate);
        const date = formatDate(heldDate ?? dueDate, locale);
        return (
          <li key={`${offsetMonths} ${dueDate}`}>
            <StatusMark status={status} size={20} label={word(status)} />
            <span className="grow">
              {heldDate ? t("held", { date }) : t("due", { date })}
              {record?.findings && (
                <span className="block sm mut">{t("findings", { text: record.findings })}</span>
              )}
              {record?.nextStep && (
                <span className="block sm mut">{t("next", { text: record.nextStep })}</span>
              )}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
