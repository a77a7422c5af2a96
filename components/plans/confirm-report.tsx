"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { type FieldRecord, useKnown } from "@/components/field/store-hooks";
import { Select } from "@/components/form/select";
import { TextField } from "@/components/form/text-field";
import { Button } from "@/components/ui/button";
import { today } from "@/lib/clock";
import { confirmationRefusal } from "@/lib/plans/confirmation";
import { type Office, offices } from "@/lib/plans/schema";
import { localStore } from "@/lib/sync/local-store";
import { useMyOffices, useWrittenHere } from "./use-plan";

type Props = { report: FieldRecord<"progress">; place: string };

/** "Is this true?", asked of another person of another office. */
export function ConfirmReport({ report, place }: Props) {
  const t = useTranslations("plans");
  const me = useKnown("me");
  const mine = useMyOffices();
  const written = useWrittenHere();
  const [office, setOffice] = useState<Office | "">("");
  const [note, setNote] = useState("");
  if (!me?.verbs.includes("progress.confirm")) return null;
  const by = written.has(report.id) ? me.userId : "";
  const speaking = office || mine[0];
  const refusal = speaking
    ? confirmationRefusal({ by, office: report.fields.office }, { by: me.userId, office: speaking })
    : null;
  if (refusal === "same_person") return <p className="sm mut">{t("history.samePerson")}</p>;
  const answer = (confirmed: boolean) => {
    if (!speaking) return;
    const fields = {
      progressId: report.id,
      confirmed,
      date: today(),
      office: speaking,
      note: note.trim() || null,
    };
    return localStore.record({ type: "confirmation", place, fields });
  };
  return (
    <details className="fold">
      <summary>{t("history.confirmTitle")}</summary>
      <div className="stack">
        <p className="sm mut">{t("history.confirmWhy")}</p>
        <Select
          name={`confirm-office-${report.id}`}
          label={t("history.as")}
          placeholder
          options={offices.map((value) => ({ value, label: t(`office.${value}`) }))}
          value={speaking ?? ""}
          error={refusal ? t("history.sameOffice") : undefined}
          onChange={(event) => setOffice(event.target.value as Office)}
        />
        <TextField
          name={`confirm-note-${report.id}`}
          label={t("history.note")}
          optional
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
        <div className="row wrap">
          <Button disabled={!speaking || refusal !== null} onClick={() => answer(true)}>
            {t("history.yes")}
          </Button>
          <Button kind="dim" disabled={!speaking || refusal !== null} onClick={() => answer(false)}>
            {t("history.no")}
          </Button>
        </div>
      </div>
    </details>
  );
}
