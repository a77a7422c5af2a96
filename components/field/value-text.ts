"use client";

import { useLocale, useTranslations } from "next-intl";
import { formatDate, formatNumber } from "@/lib/i18n/format";
import { valuePrefix } from "@/lib/indicators/value-prefix";
import { themeCodes } from "@/lib/themes/frame";
import { shapeOfValue, useShapeText } from "./shape-text";
import { useKnown } from "./store-hooks";

const isoDay = /^\d{4}-\d{2}-\d{2}$/;

/** A field's value as a person reads it, whatever kind of field it is. */
export function useValueText(): (value: unknown) => string {
  const t = useTranslations();
  const locale = useLocale();
  const shapeText = useShapeText();
  const item = (value: unknown): string => {
    const theme = themeCodes.find((code) => code === value);
    return theme ? t(`problems.themes.code.${theme}`) : text(value);
  };
  const text = (value: unknown): string => {
    if (value === null || value === undefined || value === "") return t("field.conflict.empty");
    if (typeof value === "boolean") return value ? t("common.word.yes") : t("common.word.no");
    if (typeof value === "number") return formatNumber(value, locale);
    if (typeof value === "string") return isoDay.test(value) ? formatDate(value, locale) : value;
    if (Array.isArray(value)) return value.map(item).join(", ");
    const shape = shapeOfValue(value);
    return shape ? shapeText(shape) : t("field.conflict.shape");
  };
  return text;
}

const named = [
  "startDate",
  "endDate",
  "venue",
  "note",
  "statement",
  "text",
  "what",
  "lead",
  "start",
  "due",
  "costKip",
  "people",
  "label",
  "geometry",
  "findings",
  "nextStep",
  "status",
  "title",
] as const;

/** What a field is called; those without a word of their own are "one entry". */
export function useFieldName(): (field: string) => string {
  const t = useTranslations("field.fieldName");
  const locale = useLocale();
  const elements = useKnown("elements");
  return (field) => {
    const element = elements?.find(({ code }) => field === `${valuePrefix}${code}`);
    if (element) return locale === "en" ? element.nameEn : element.nameLo;
    const known = named.find((name) => name === field);
    return known ? t(known) : t("other");
  };
}
