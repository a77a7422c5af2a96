import { useLocale, useTranslations } from "next-intl";
import { formatDate, formatNumber } from "@/lib/i18n/format";
import { placeName } from "@/lib/i18n/place-name";
import type { StepRow } from "@/lib/mentorship/queries";
import { lateFirst, stepState } from "@/lib/mentorship/steps";
import { isOpen } from "@/lib/plans/rules";
import { ClientMessages } from "../shell/client-messages";
import { Card } from "../ui/card";
import { StatusPill } from "../ui/status-pill";
import { shownMark } from "../visits/shown-mark";
import { StepStatusForm } from "./step-status-form";

type Props = { steps: readonly StepRow[]; today: string; place: string; mayRecord: boolean; all?: boolean };

/** Agreed steps, late ones first, each with who, by when and how it stands; told on here too. */
export function StepList({ steps, today, place, mayRecord, all = false }: Props) {
  const t = useTranslations("mentees.steps");
  const locale = useLocale();
  const shown = lateFirst(
    steps.filter(({ status }) => all || isOpen(status)),
    today,
  );
  const late = shown.filter((step) => stepState(step, today).shown === "late").length;
  return (
    <Card title={t("title", { count: late, n: formatNumber(late, locale) })}>
      {shown.length === 0 && <p className="sm mut">{t("none")}</p>}
      <ClientMessages domains={["mentorship", "mentees"]}>
        <ul className="stack">
          {shown.map((step) => (
            <li key={step.id} className="stack-s">
              <Step step={step} today={today} />
              {mayRecord && <StepStatusForm stepId={step.id} place={place} status={step.status} />}
            </li>
          ))}
        </ul>
      </ClientMessages>
    </Card>
  );
}

function Step({ step, today }: { step: StepRow; today: string }) {
  const t = useTranslations();
  const locale = useLocale();
  const state = stepState(step, today);
  const n = (value: number) => formatNumber(value, locale);
  const words =
    state.shown === "late"
      ? t("mentees.steps.late", { count: state.daysLate, n: n(state.daysLate) })
      : state.shown === "soon"
        ? t("mentees.steps.left", { count: state.daysLeft ?? 0, n: n(state.daysLeft ?? 0) })
        : t(`mentorship.stepStatus.${state.shown}`);
  const place =
    step.facilityLo && placeName({ nameLo: step.facilityLo, nameEn: step.facilityEn ?? "" }, locale);
  const why = [
    step.mentee ?? place,
    t(`mentorship.lead.${step.lead}`),
    step.due && t("mentees.steps.due", { date: formatDate(step.due, locale) }),
  ];
  return (
    <div className="row between wrap">
      <p className="grow">
        <b>{step.what}</b>
        <span className="block sm mut">{why.filter(Boolean).join(" · ")}</span>
      </p>
      <StatusPill status={shownMark[state.shown]}>{words}</StatusPill>
    </div>
  );
}
