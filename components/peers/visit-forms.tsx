"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { uuidv7 } from "@/lib/changes/uuid";
import { addPeerVisitAction, endPeerLinkAction, holdPeerVisitAction } from "@/lib/peers/actions";
import { peerVisitKinds } from "@/lib/peers/schema";
import { DateField } from "../form/date-field";
import { FormResult } from "../form/form-result";
import { KeptForm, KeptSubmit } from "../form/kept-form";
import { NumberField } from "../form/number-field";
import { RadioCards } from "../form/radio-cards";
import { useOnceForm } from "../form/use-once-form";

type Of = { place: string; today: string };

/** A visit that is planned, or was held. */
export function AddVisitForm({ place, linkId }: Of & { linkId: string }) {
  const t = useTranslations("peers");
  const { ids, state, send, pending } = useOnceForm(addPeerVisitAction, {
    changeId: uuidv7(),
    subject: uuidv7(),
  });
  const id = useId();
  return (
    <KeptForm run={send} className="stack noprint" key={ids.subject}>
      <FormResult state={state} done={t("record.saved")} />
      <input type="hidden" name="changeId" value={ids.changeId} />
      <input type="hidden" name="subject" value={ids.subject} />
      <input type="hidden" name="place" value={place} />
      <input type="hidden" name="linkId" value={linkId} />
      <RadioCards
        id={`${id}-kind`}
        name="kind"
        label={t("record.kind")}
        defaultValue={peerVisitKinds[0]}
        options={peerVisitKinds.map((value) => ({ value, label: t(`visitKind.${value}`) }))}
      />
      <DateField
        id={`${id}-planned`}
        name="plannedDate"
        label={t("record.plannedDate")}
        help={t("record.dates")}
        optional
        error={state.fields?.plannedDate && t("record.dates")}
      />
      <DateField id={`${id}-held`} name="heldDate" label={t("record.heldDate")} optional />
      <NumberField id={`${id}-people`} name="people" label={t("record.peopleCame")} optional />
      <KeptSubmit pending={pending}>{t("record.save")}</KeptSubmit>
    </KeptForm>
  );
}

/** A planned visit that took place. */
export function HoldVisitForm({ place, today, visitId }: Of & { visitId: string }) {
  const t = useTranslations("peers.record");
  const { ids, state, send, pending } = useOnceForm(holdPeerVisitAction, { changeId: uuidv7() });
  const id = useId();
  return (
    <details className="noprint">
      <summary className="fold-line">{t("hold")}</summary>
      <KeptForm run={send} className="stack">
        <FormResult state={state} done={t("saved")} />
        <input type="hidden" name="changeId" value={ids.changeId} />
        <input type="hidden" name="place" value={place} />
        <input type="hidden" name="visitId" value={visitId} />
        <DateField id={`${id}-held`} name="heldDate" label={t("heldDate")} defaultValue={today} />
        <NumberField id={`${id}-people`} name="people" label={t("peopleCame")} optional />
        <KeptSubmit pending={pending}>{t("save")}</KeptSubmit>
      </KeptForm>
    </details>
  );
}

export function EndLinkForm({ place, today, linkId }: Of & { linkId: string }) {
  const t = useTranslations("peers.record");
  const { ids, state, send, pending } = useOnceForm(endPeerLinkAction, { changeId: uuidv7() });
  const id = useId();
  return (
    <details className="noprint">
      <summary className="fold-line">{t("end")}</summary>
      <KeptForm run={send} className="stack">
        <FormResult state={state} done={t("endedNow")} />
        <input type="hidden" name="changeId" value={ids.changeId} />
        <input type="hidden" name="place" value={place} />
        <input type="hidden" name="linkId" value={linkId} />
        <DateField
          id={`${id}-until`}
          name="until"
          label={t("until")}
          help={t("endHelp")}
          defaultValue={today}
        />
        <KeptSubmit pending={pending} kind="dim">
          {t("endSave")}
        </KeptSubmit>
      </KeptForm>
    </details>
  );
}
