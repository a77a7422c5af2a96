"use client";

import { useLocale, useTranslations } from "next-intl";
import { formatDate, formatDateRange } from "@/lib/i18n/format";
import type { Workshop } from "@/lib/workshops/schema";
import { FieldRow } from "../field/field-row";
import type { FieldRecord } from "../field/store-hooks";
import type { Status } from "../ui/status-mark";

const marks: Readonly<Record<NonNullable<Workshop["status"]>, Status>> = {
  planned: "todo",
  under_way: "doing",
  done: "done",
  cancelled: "dropped",
};

/** One workshop of a village: when, which module, how far. */
export function WorkshopRow({ workshop }: { workshop: FieldRecord<"workshop"> }) {
  const t = useTranslations("workshops");
  const locale = useLocale();
  const { module, startDate, endDate, status = "planned" } = workshop.fields;
  const date = endDate ? formatDateRange(startDate, endDate, locale) : formatDate(startDate, locale);
  return (
    <li>
      <FieldRow
        to={`/field/workshops/${workshop.id}`}
        status={marks[status]}
        name={t(`module.${module}`)}
        why={`${date} · ${t(`status.${status}`)}`}
      />
    </li>
  );
}
