import { useLocale, useTranslations } from "next-intl";
import { groupText } from "@/lib/comparison/group-words";
import type { GroupLine } from "@/lib/comparison/groups";

export function useGroupText() {
  const rate = useTranslations("indicators.rate");
  const locale = useLocale();
  return (line: GroupLine) => groupText(rate, locale, line);
}
