import { useLocale, useTranslations } from "next-intl";
import { placeName } from "@/lib/i18n/place-name";

type GroupName = Readonly<{
  kind: "all" | "women" | "men" | "youth" | "ethnic";
  label?: string | null;
  ethnicName?: { nameLo: string; nameEn: string } | null;
}>;

/** What a group is called: its own label, its ethnic group, or its kind. */
export function useVillageGroup(): (group: GroupName) => string {
  const t = useTranslations("villages.problems.group");
  const locale = useLocale();
  return ({ kind, label, ethnicName }) => label || (ethnicName ? placeName(ethnicName, locale) : t(kind));
}
