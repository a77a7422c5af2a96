"use client";

import { useTranslations } from "next-intl";
import type { FormState } from "@/lib/form-state";
import type { FormError } from "../form/form-errors";

const sentences: Readonly<Record<string, string>> = {
  "login.taken": "login_taken",
  "login.invalid": "login_form",
  "phone.taken": "phone_taken",
  "email.taken": "email_taken",
  "placeCode.unknown": "place_unknown",
  "placeCode.level": "place_level",
  "facilityCode.unknown": "facility_unknown",
  "to.dates": "dates",
  "userId.own_account": "own_account",
};

/** The answer to an account form as sentences: one per field, and one for the whole when no field is to blame. */
export function useFieldFaults(state: FormState) {
  const faults = useTranslations("people.fault");
  const errors = useTranslations("errors");
  const sentence = (field: string, why: string) => {
    const key = sentences[`${field}.${why}`] as Parameters<typeof faults>[0] | undefined;
    if (key) return faults(key);
    if (field === "phone" || field === "email") return errors(`field.${field}`);
    return errors("field.invalid");
  };
  const list: FormError[] = Object.entries(state.fields ?? {}).map(([field, why]) => ({
    id: field,
    message: sentence(field, why),
  }));
  const message =
    state.status === "failed" && list.length === 0 ? errors(state.error ?? "unknown") : undefined;
  return { list, message, of: (field: string) => list.find(({ id }) => id === field)?.message };
}
