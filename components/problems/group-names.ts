"use client";

import { useLocale, useTranslations } from "next-intl";
import { useKnown } from "@/components/field/store-hooks";
import type { Group } from "@/lib/workshops/schema";

/** Ethnic groups with their names in the reader's language; the id itself when the list has not arrived. */
export function useEthnicGroups() {
  const words = useKnown("ethnicGroups") ?? [];
  const locale = useLocale();
  const list = words.map(({ id, nameLo, nameEn }) => ({ id, name: locale === "lo" ? nameLo : nameEn }));
  return { list, nameOf: (id: string) => list.find((one) => one.id === id)?.name ?? id };
}

/** What a group is called: its own label, its ethnic group, or its kind. */
export function useGroupName(): (group: Group) => string {
  const t = useTranslations("problems.group");
  const { nameOf } = useEthnicGroups();
  return ({ kind, label, ethnicGroupId }) =>
    label || (kind === "ethnic" && ethnicGroupId ? nameOf(ethnicGroupId) : t(kind));
}
