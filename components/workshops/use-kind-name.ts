"use client";

import { useLocale, useTranslations } from "next-intl";
import { useKnown } from "../field/store-hooks";
import type { Kind } from "./kinds-of-people";

/** How a kind of people is named: the role first, then sex, age, ethnic group, and what the person said of disability. */
export function useKindName() {
  const t = useTranslations("workshops");
  const locale = useLocale();
  const groups = useKnown("ethnicGroups") ?? [];
  const groupName = (id: string) => {
    const group = groups.find((one) => one.id === id);
    return group ? (locale === "lo" ? group.nameLo : group.nameEn) : id;
  };
  const detail = ({ sex, ageBand, ethnicGroupId, disability }: Kind) =>
    [
      t(`sex.${sex}`),
      t(`age.${ageBand}`),
      ethnicGroupId && groupName(ethnicGroupId),
      disability && t("people.withDisability"),
    ]
      .filter(Boolean)
      .join(" · ");
  return { groupName, groups, detail, role: (kind: Kind) => t(`role.${kind.role}`) };
}
