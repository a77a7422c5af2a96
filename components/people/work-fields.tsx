"use client";

import { useLocale, useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { type Role, roles } from "@/lib/access/roles";
import { placeName } from "@/lib/i18n/place-name";
import { findFacilitiesAction } from "@/lib/people/place-actions";
import type { WorkFacility, WorkPlace } from "@/lib/people/place-queries";
import { placesFor } from "@/lib/people/rules";
import { DateField } from "../form/date-field";
import { Select } from "../form/select";
import { PlaceChoice } from "./place-choice";

type Props = { from: string; faultOf: (field: string) => string | undefined };
const wholeCountry = "LA";

/** Role, place and first day: the same four questions for a new person and for a further role. */
export function WorkFields({ from, faultOf }: Props) {
  const t = useTranslations("people.new");
  const roleName = useTranslations("access.role");
  const [role, setRole] = useState<Role | "">("");
  const [place, setPlace] = useState<WorkPlace | null>(null);
  const levels = role ? placesFor(role) : [];
  const choose = (next: Role | "") => {
    setRole(next);
    if (next && place && !placesFor(next).includes(place.level)) setPlace(null);
  };
  return (
    <>
      <Select
        name="role"
        label={t("role")}
        placeholder
        options={roles.map((value) => ({ value, label: roleName(value) }))}
        value={role}
        onChange={(event) => choose(event.target.value as Role | "")}
        error={faultOf("role")}
      />
      {role && levels.length === 1 && levels[0] === "country" && (
        <>
          <p>{t("wholeCountry")}</p>
          <input type="hidden" name="placeCode" value={wholeCountry} />
        </>
      )}
      {role && levels.some((level) => level !== "country") && (
        <PlaceChoice role={role} chosen={place} onChoose={setPlace} error={faultOf("placeCode")} />
      )}
      {role === "health_centre" && place?.level === "district" && (
        <FacilityChoice key={place.code} districtCode={place.code} error={faultOf("facilityCode")} />
      )}
      <DateField name="from" label={t("from")} defaultValue={from} error={faultOf("from")} />
    </>
  );
}

/** For people of a health centre: their area is its catchment. */
function FacilityChoice({ districtCode, error }: { districtCode: string; error?: string }) {
  const t = useTranslations("people.new");
  const locale = useLocale();
  const [facilities, setFacilities] = useState<readonly WorkFacility[]>();
  useEffect(() => {
    let current = true;
    findFacilitiesAction(districtCode).then((found) => current && setFacilities(found));
    return () => {
      current = false;
    };
  }, [districtCode]);
  if (facilities?.length === 0) return <p>{t("facilityNone")}</p>;
  return (
    <Select
      name="facilityCode"
      label={t("facility")}
      help={t("facilityHelp")}
      placeholder
      options={(facilities ?? []).map((one) => ({ value: one.code, label: placeName(one, locale) }))}
      error={error}
    />
  );
}
