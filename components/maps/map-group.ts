"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { useRecords } from "@/components/field/store-hooks";
import { useGroupName } from "@/components/problems/group-names";
import type { MapRecord } from "./map-records";

/** Whose map it is, in words: its title, its group, or everyone. */
export function useMapGroup(): (map: MapRecord) => string {
  const t = useTranslations("maps.new");
  const groups = useRecords("group");
  const nameOf = useGroupName();
  return useCallback(
    ({ fields }) => {
      const group = groups?.find(({ id }) => id === fields.groupId);
      return fields.title || (group ? nameOf(group.fields) : t("everyone"));
    },
    [groups, nameOf, t],
  );
}
