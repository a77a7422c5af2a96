"use client";

import { useTranslations } from "next-intl";
import { roles } from "@/lib/access/roles";
import { DateField } from "../form/date-field";
import { Select } from "../form/select";
import { TextField } from "../form/text-field";

type Props = { from: string; faultOf: (field: string) => string | undefined };

/** Role, place and first day: the same four questions for a new person and for a further role. */
export function WorkFields({ from, faultOf }: Props) {
  const t = useTranslations("people.new");
  const role = useTranslations("access.role");
  return (
    <>
      <Select
        name="role"
        label={t("role")}
        placeholder
        options={roles.map((value) => ({ value, label: role(value) }))}
        error={faultOf("role")}
      />
      <TextField
        name="placeCode"
        label={t("place")}
        help={t("placeHelp")}
        error={faultOf("placeCode")}
        maxLength={40}
      />
      <TextField
        name="facilityCode"
        label={t("facility")}
        help={t("facilityHelp")}
        error={faultOf("facilityCode")}
        maxLength={40}
        optional
      />
      <DateField name="from" label={t("from")} defaultValue={from} error={faultOf("from")} />
    </>
  );
}
