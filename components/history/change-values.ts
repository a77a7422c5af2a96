import { useLocale, useTranslations } from "next-intl";
import { isStep } from "@/components/workshops/steps";
import type { Names } from "@/lib/history/queries";
import { formatDate, formatKip, formatList, formatNumber } from "@/lib/i18n/format";
import { placeName } from "@/lib/i18n/place-name";
import { valueSources } from "@/lib/indicators/schema";
import { actionStatuses, offices, planStatuses } from "@/lib/plans/schema";
import { themeCodes } from "@/lib/themes/frame";
import {
  ageBands,
  attendanceRoles,
  fundSources,
  governanceLevels,
  sexes,
  workshopModules,
  workshopStatuses,
} from "@/lib/workshops/vocabularies";

const isoDay = /^\d{4}-\d{2}-\d{2}$/;
const uuid = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;
const within = <T extends string>(list: readonly T[], value: string): value is T =>
  (list as readonly string[]).includes(value);

/** A field's value in words: offices, statuses, dates and sums as people say them, never an identifier. */
export function useValueText(names: Names = {}) {
  const words = useTranslations();
  const locale = useLocale();
  const enumerated = (field: string, value: string): string | null => {
    if ((field === "lead" || field === "support") && within(offices, value))
      return words(`plans.office.${value}`);
    if (field === "level" && within(governanceLevels, value)) return words(`plans.level.${value}`);
    if (field === "fundSource" && within(fundSources, value)) return words(`plans.fund.${value}`);
    if (field === "source" && within(valueSources, value)) return words(`indicators.village.source.${value}`);
    if (field === "status") return status(value);
    if (field === "module" && within(workshopModules, value)) return words(`workshops.module.${value}`);
    if (field === "stepsDone" && isStep(value)) return words(`workshops.step.${value}.name`);
    if (field === "themes" && within(themeCodes, value)) return words(`problems.themes.code.${value}`);
    if (field === "sex" && within(sexes, value)) return words(`workshops.sex.${value}`);
    if (field === "ageBand" && within(ageBands, value)) return words(`workshops.age.${value}`);
    return field === "role" && within(attendanceRoles, value) ? words(`workshops.role.${value}`) : null;
  };
  const status = (value: string): string | null => {
    if (within(planStatuses, value)) return words(`plans.planStatus.${value}`);
    if (within(actionStatuses, value)) return words(`plans.status.${value}`);
    return within(workshopStatuses, value) ? words(`workshops.status.${value}`) : null;
  };
  const text = (field: string, value: unknown): string => {
    if (value === null || value === undefined || value === "") return words("history.empty");
    if (typeof value === "boolean") return words(value ? "common.word.yes" : "common.word.no");
    if (typeof value === "number")
      return field === "costKip" ? formatKip(value, locale) : formatNumber(value, locale);
    if (Array.isArray(value))
      return formatList(
        value.map((one) => text(field, one)),
        locale,
      );
    if (typeof value === "object") return JSON.stringify(value);
    const plain = String(value);
    const language = field === "languages" ? names[plain] : undefined;
    if (language) return placeName(language, locale);
    if (uuid.test(plain)) return words("history.otherRecord");
    return isoDay.test(plain) ? formatDate(plain, locale) : (enumerated(field, plain) ?? plain);
  };
  return text;
}
