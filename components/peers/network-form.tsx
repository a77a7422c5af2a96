"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { uuidv7 } from "@/lib/changes/uuid";
import { saveNetworkAction } from "@/lib/peers/actions";
import type { Network } from "@/lib/peers/network-queries";
import { channels } from "@/lib/peers/schema";
import { offices } from "@/lib/plans/schema";
import { CheckCards } from "../form/check-cards";
import { DateField } from "../form/date-field";
import { FormResult } from "../form/form-result";
import { KeptForm, KeptSubmit } from "../form/kept-form";
import { NumberField } from "../form/number-field";
import { type Option, Select } from "../form/select";
import { TextField } from "../form/text-field";
import { useOnceForm } from "../form/use-once-form";

/** A group that exists, as it is known. What reads like a telephone number is refused, and the field says so. */
export function NetworkForm({ places, kept }: { places: readonly Option[]; kept: Network | null }) {
  const t = useTranslations("peers.network");
  const office = useTranslations("plans.office");
  const required = useTranslations("errors.field");
  const { ids, state, send, pending } = useOnceForm(saveNetworkAction, {
    changeId: uuidv7(),
    subject: uuidv7(),
  });
  const subject = kept?.id ?? ids.subject;
  const id = useId();
  const wrong = (field: string) =>
    state.fields?.[field] && (state.fields[field] === "custom" ? t("refused") : required("required"));
  return (
    <KeptForm run={send} className="stack noprint" key={subject}>
      <FormResult state={state} done={t(kept ? "changed" : "saved")} />
      <input type="hidden" name="changeId" value={ids.changeId} />
      <input type="hidden" name="subject" value={subject} />
      <input type="hidden" name="seen" value={JSON.stringify(kept?.versions ?? {})} />
      <TextField
        name="name"
        label={t("name")}
        maxLength={120}
        defaultValue={kept?.name}
        error={wrong("name")}
      />
      <TextField
        name="purpose"
        label={t("purpose")}
        maxLength={300}
        defaultValue={kept?.purpose}
        error={wrong("purpose")}
      />
      {kept ? (
        <input type="hidden" name="place" value={kept.placeId} />
      ) : (
        <Select
          name="place"
          label={t("place")}
          options={places}
          placeholder={places.length > 1 ? true : undefined}
          error={state.fields?.place && required("choose")}
        />
      )}
      <Select
        name="channel"
        label={t("channel")}
        defaultValue={kept?.channel}
        options={channels.map((value) => ({ value, label: t(`channels.${value}`) }))}
      />
      <CheckCards
        name="administrators"
        label={t("administrators")}
        twoColumns
        defaultValue={kept?.administrators}
        options={offices.map((value) => ({ value, label: office(value) }))}
        error={state.fields?.administrators && required("choose")}
      />
      <NumberField id={`${id}-size`} name="size" label={t("size")} optional defaultValue={kept?.size} />
      <DateField
        id={`${id}-active`}
        name="lastActive"
        label={t("lastActive")}
        optional
        defaultValue={kept?.lastActive}
      />
      {kept && (
        <DateField id={`${id}-ended`} name="ended" label={t("ended")} optional defaultValue={kept.ended} />
      )}
      <KeptSubmit pending={pending}>{t(kept ? "change" : "save")}</KeptSubmit>
    </KeptForm>
  );
}
