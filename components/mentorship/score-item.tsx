"use client";

import { useLocale, useTranslations } from "next-intl";
import { formatDate } from "@/lib/i18n/format";
import type { ChecklistItem } from "@/lib/mentorship/schema";
import { assessmentMarks } from "@/lib/mentorship/schema";
import { marks as allMarks, type Mark } from "@/lib/mentorship/vocabularies";
import { localStore } from "@/lib/sync/local-store";
import { SavedSegments } from "../field/saved-segments";
import { Icon } from "../ui/icon";
import { Notice } from "../ui/notice";
import { Critical } from "./critical";
import { type Assessed, marksOf, useChecklists } from "./use-mentorship";

type Props = {
  item: ChecklistItem;
  assessed: Assessed;
  before: Assessed | null;
  /** The list is about things that are there or missing, not about what somebody does. */
  things: boolean;
};

const icons = { done: "check", not_done: "cross", na: "minus" } as const;

/** One item: done, not done or not applicable, what it was last time, and what to do now when it was not done. */
export function ScoreItem({ item, assessed, before, things }: Props) {
  const t = useTranslations("mentorship");
  const { words } = useChecklists();
  const mark = marksOf(assessed)[item.code] ?? null;
  const save = (value: Mark) =>
    localStore.record({
      type: "assessment",
      subject: assessed.id,
      place: assessed.place,
      fields: { [`${assessmentMarks.prefix}${item.code}`]: value },
      seen: assessed.versions,
    });
  return (
    <div className="osce-item stack-s" id={`item-${item.code}`}>
      <div className="row between">
        <b>{words(item.text)}</b>
        {item.critical && <Critical />}
      </div>
      <SavedSegments
        name={item.code}
        label={words(item.text)}
        options={allMarks.map((value) => ({
          value,
          className: `mark-${value}`,
          label: (
            <>
              <Icon name={icons[value]} small />
              {t(things ? `have.${value}` : `mark.${value}`)}
            </>
          ),
        }))}
        value={mark}
        onSave={save}
      />
      <LastTime item={item} before={before} things={things} />
      {mark === "not_done" && <Feedback item={item} before={before} things={things} />}
    </div>
  );
}

function LastTime({ item, before, things }: Omit<Props, "assessed">) {
  const t = useTranslations("mentorship");
  const locale = useLocale();
  const mark = before && marksOf(before)[item.code];
  if (!before) return null;
  if (!mark) return <p className="sm mut">{t("item.new")}</p>;
  const text = t("item.last", {
    month: formatDate(before.fields.date, locale, "month"),
    mark: t(things ? `have.${mark}` : `mark.${mark}`),
  });
  return <p className={mark === "not_done" ? "sm text-late" : "sm mut"}>{text}</p>;
}

/** Said at once, while both still stand at the table. */
function Feedback({ item, before, things }: Omit<Props, "assessed">) {
  const t = useTranslations("mentorship.item");
  const { words } = useChecklists();
  const lost = !things && before !== null && marksOf(before)[item.code] === "done";
  const text = item.advice ? words(item.advice) : t(things ? "gap" : "practise");
  return (
    <Notice tone={item.critical ? "late" : "soon"} live="polite">
      {lost && <b className="block">{t("forgot")}</b>}
      {text}
    </Notice>
  );
}
