"use client";

import { useLocale, useTranslations } from "next-intl";
import { formatNumber } from "@/lib/i18n/format";
import { type Marks, scoreOf } from "@/lib/mentorship/rules";
import { personTools } from "@/lib/mentorship/vocabularies";
import type { KnownChecklist } from "@/lib/sync/known";
import { Button } from "../ui/button";
import { StatusPill } from "../ui/status-pill";

type Props = {
  list: KnownChecklist;
  marks: Marks;
  section: string;
  onSection: (index: number) => void;
  onResult: () => void;
};

/** How it stands so far, and the one step on: the next item without a mark, else the result. */
export function ScoreFoot({ list, marks, section, onSection, onResult }: Props) {
  const t = useTranslations("mentorship");
  const locale = useLocale();
  const n = (value: number) => formatNumber(value, locale);
  const { done, applicable, left, critical } = scoreOf(list, marks);
  const here = list.sections.findIndex(({ code }) => code === section);
  const inOrder = list.items
    .filter(({ code }) => !marks[code])
    .map((item) => ({ item, at: list.sections.findIndex(({ code }) => code === item.section) }));
  const next = inOrder.find(({ at }) => at >= here) ?? inOrder[0];
  const goOn = () => {
    if (!next) return onResult();
    if (next.at !== here) return onSection(next.at);
    const item = document.getElementById(`item-${next.item.code}`);
    item?.scrollIntoView({ block: "center" });
    item?.querySelector<HTMLElement>("input")?.focus({ preventScroll: true });
  };
  const key = personTools.includes(list.tool) ? "bar.done" : "bar.there";
  return (
    <section className="osce-foot stack-s" aria-label={t("bar.label")}>
      <div className="row between wrap">
        <p role="status">
          <span className="osce-sum">{t(key, { done: n(done), all: n(applicable) })}</span>{" "}
          <span className="mut">{t("bar.left", { count: left, n: n(left) })}</span>
        </p>
        {critical.length > 0 && (
          <StatusPill status="late">
            {t("missed", { count: critical.length, n: n(critical.length) })}
          </StatusPill>
        )}
      </div>
      <Button kind="pri" wide onClick={goOn}>
        {t(next ? "bar.nextItem" : "bar.result")}
      </Button>
      {next && (
        <Button kind="quiet" wide onClick={onResult}>
          {t("bar.result")}
        </Button>
      )}
    </section>
  );
}
