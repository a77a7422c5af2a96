"use client";

import { useLocale, useTranslations } from "next-intl";
import { useActionState, useState } from "react";
import { DateField } from "@/components/form/date-field";
import { FormErrors } from "@/components/form/form-errors";
import { KeptForm, KeptSubmit } from "@/components/form/kept-form";
import { RadioCards } from "@/components/form/radio-cards";
import type { Option } from "@/components/form/select";
import { TextArea, TextField } from "@/components/form/text-field";
import { Button, ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { formatDate, formatNumber } from "@/lib/i18n/format";
import { placeEventAction } from "@/lib/places/actions";
import { type EventKind, type EventState, eventKinds } from "@/lib/places/event-form";
import { EventFields } from "./event-fields";

type Props = {
  place: { id: string; code: string; level: string; nameLo: string; nameEn: string };
  siblings: readonly Option[];
  childPlaces: readonly Option[];
  holders: readonly Option[];
  eventId: string;
  newId: string;
  today: string;
};

const start: EventState = { step: "form" };
const refusals = [
  "unknown_place", "not_standing", "wrong_level", "same_place", "would_be_cycle", "has_children", "already_there",
  "not_a_child", "in_the_future", "before_last_change", "id_reused",
] as const; // biome-ignore format: a list of codes reads better in rows

/** Which kinds make sense for a place: a country is only added to, what holds nothing cannot be split. */
function kindsFor({ place, siblings, childPlaces, holders }: Props): EventKind[] {
  return eventKinds.filter((kind) => {
    if (place.level === "country") return kind === "create";
    if (kind === "merge") return siblings.length > 0;
    if (kind === "split") return childPlaces.length > 1;
    if (kind === "reparent") return holders.length > 0 && place.level !== "province";
    return kind !== "create" || place.level !== "village";
  });
}

export function EventForm(props: Props) {
  const t = useTranslations("places");
  const [state, run, pending] = useActionState(placeEventAction, start);
  const kinds = kindsFor(props);
  const [kind, setKind] = useState<EventKind>(kinds[0] ?? "rename");
  const [dated, setDated] = useState(props.today);
  // A preview holds for what was sent; whoever changes the form after it asks again.
  const [touched, setTouched] = useState<EventState | null>(null);
  const confirming = state.step === "confirm" && touched !== state;
  if (state.step === "done") return <Done state={state} code={props.place.code} />;
  return (
    <KeptForm run={run} className="stack" onChange={() => setTouched(state)}>
      <Refusal state={state} />
      <input type="hidden" name="eventId" value={props.eventId} />
      <input type="hidden" name="newId" value={props.newId} />
      <input type="hidden" name="placeId" value={props.place.id} />
      {confirming && <input type="hidden" name="confirmed" value="yes" />}
      <RadioCards
        name="kind"
        label={t("event.kind")}
        options={kinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
        value={kind}
        onChange={setKind}
        twoColumns
      />
      <EventFields {...props} kind={kind} />
      <DateField name="date" label={t("event.date")} defaultValue={props.today} onChange={setDated} />
      <TextField name="decree" label={t("event.decree")} help={t("event.decreeHelp")} maxLength={300} />
      <TextArea name="note" label={t("event.note")} optional maxLength={2000} rows={2} />
      {confirming && <WhatWillChange state={state} date={dated} />}
      <div className="row wrap">
        {confirming && <Button onClick={() => setTouched(state)}>{t("event.change")}</Button>}
        <KeptSubmit pending={pending}>
          {confirming ? t("event.apply", { kind: t(`kind.${kind}`) }) : t("event.check")}
        </KeptSubmit>
      </div>
    </KeptForm>
  );
}

function Refusal({ state }: { state: EventState }) {
  const t = useTranslations("places.refusal");
  const errors = useTranslations("errors");
  if (state.step !== "failed") return null;
  const known = refusals.find((one) => one === state.reason);
  const message = known ? t(known) : state.fields.length > 0 ? t("fields") : errors(state.error);
  return <FormErrors message={message} />;
}

function WhatWillChange({ state, date }: { state: Extract<EventState, { step: "confirm" }>; date: string }) {
  const t = useTranslations("places.event");
  const locale = useLocale();
  const { ended, created, moved, villages, records } = state;
  const [e, c, m, v, r] = [ended, created, moved, villages, records].map((count) =>
    formatNumber(count, locale),
  );
  const counts = {
    ended,
    created,
    moved,
    villages,
    e: e ?? "",
    c: c ?? "",
    m: m ?? "",
    v: v ?? "",
    r: r ?? "",
  };
  return (
    <Notice tone="soon" live="polite" title={t("confirmTitle")}>
      {t("confirmText", { ...counts, date: formatDate(date, locale) })}
    </Notice>
  );
}

function Done({ state, code }: { state: Extract<EventState, { step: "done" }>; code: string }) {
  const t = useTranslations("places.event");
  const locale = useLocale();
  return (
    <Notice
      tone="done"
      live="polite"
      title={state.repeated ? t("repeated") : t("done", { records: formatNumber(state.records, locale) })}
      action={<ButtonLink href={`/admin/places/${code}`}>{t("back")}</ButtonLink>}
    />
  );
}
