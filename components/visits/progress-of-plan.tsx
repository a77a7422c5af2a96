"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { today } from "@/lib/clock";
import { type ActionStatus, actionStatuses } from "@/lib/plans/schema";
import { localStore } from "@/lib/sync/local-store";
import { Select } from "../form/select";
import { TextArea } from "../form/text-field";
import { useMyOffices } from "../plans/use-plan";
import { Button } from "../ui/button";
import { StatusPill } from "../ui/status-pill";
import { type PlannedAction, usePlanState } from "../workshops/use-plan-state";
import { shownMark } from "./shown-mark";

type Props = { planId: string; visitId: string; place: string };

/** Every action of the plan, how it stands, and a report made on this visit. */
export function ProgressOfPlan({ planId, visitId, place }: Props) {
  const t = useTranslations("visits");
  const plan = usePlanState(planId);
  if (!plan) return null;
  return (
    <section className="stack-s">
      <h2>{t("progress")}</h2>
      {plan.actions.length === 0 && <p className="sm mut">{t("noActions")}</p>}
      {plan.actions.map((planned) => (
        <ActionProgress key={planned.id} planned={planned} visitId={visitId} place={place} />
      ))}
    </section>
  );
}

type ActionProps = { planned: PlannedAction; visitId: string; place: string };

function ActionProgress({ planned, visitId, place }: ActionProps) {
  const t = useTranslations("visits");
  const [reporting, setReporting] = useState(false);
  return (
    <div className="card stack-s">
      <div className="row between wrap">
        <b className="grow">{planned.action.what}</b>
        <StatusPill status={shownMark[planned.state.shown]} />
      </div>
      {reporting ? (
        <ReportForm planned={planned} visitId={visitId} place={place} onDone={() => setReporting(false)} />
      ) : (
        <Button wide onClick={() => setReporting(true)}>
          {t("report")}
        </Button>
      )}
    </div>
  );
}

function ReportForm({ planned, visitId, place, onDone }: ActionProps & { onDone: () => void }) {
  const t = useTranslations("visits");
  const office = useMyOffices()[0] ?? "facilitator_team";
  const [status, setStatus] = useState<ActionStatus>(planned.state.status);
  const [note, setNote] = useState("");
  const send = async () => {
    const said = status === "blocked" ? { blocker: note || null } : { note: note || null };
    const fields = {
      actionId: planned.id,
      status,
      date: today(),
      office,
      visitId,
      ...said,
    };
    await localStore.record({ type: "progress", place, fields });
    onDone();
  };
  return (
    <>
      <Select
        name={`status-${planned.id}`}
        label={t("statusNow")}
        options={actionStatuses.map((value) => ({ value, label: t(`status.${value}`) }))}
        value={status}
        onChange={(event) => setStatus(event.target.value as ActionStatus)}
      />
      <TextArea
        name={`note-${planned.id}`}
        rows={2}
        optional
        label={status === "blocked" ? t("blocker") : t("note")}
        value={note}
        onChange={(event) => setNote(event.target.value.slice(0, 500))}
      />
      <Button kind="pri" wide onClick={send}>
        {t("keepReport")}
      </Button>
    </>
  );
}
