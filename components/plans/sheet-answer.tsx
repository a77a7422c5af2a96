"use client";

import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { formatNumber } from "@/lib/i18n/format";
import type { SheetReply } from "./send-sheet";

type Props = {
  reply: SheetReply;
  onConfirm: () => void;
  /** What a row of the sheet is: an action of a plan when left out. */
  rows?: "lines";
};
const mostShown = 20;

/** What a file would change, every cell that cannot be taken with its row and value, and the one step on. */
export function SheetAnswer({ reply, onConfirm, rows }: Props) {
  const t = useTranslations("plans.files");
  const locale = useLocale();
  if ("failed" in reply) return <Notice tone="late" live="assertive" title={t(reply.failed)} />;
  const own = rows ? (`${rows}.` as const) : "";
  if (reply.refused)
    return (
      <Notice
        tone="late"
        live="assertive"
        title={t(reply.refused === "no_heading" ? `${own}refused_no_heading` : `refused_${reply.refused}`)}
      />
    );
  const number = (value: number) => formatNumber(value, locale);
  const { changed, added, reports, errors, unknownHeadings, taken } = reply;
  if (taken > 0)
    return <Notice tone="done" live="polite" title={t(`${own}taken`, { count: taken, n: number(taken) })} />;
  const ready = changed + added;
  const lines = [
    changed > 0 && t(`${own}changes`, { count: changed, n: number(changed) }),
    added > 0 && t(`${own}added`, { count: added, n: number(added) }),
    reports > 0 && t("statusReports", { count: reports, n: number(reports) }),
    unknownHeadings.length > 0 && t("ignored", { names: unknownHeadings.join(", ") }),
  ].filter(Boolean);
  const title =
    errors.length > 0 ? t("errors", { count: errors.length, n: number(errors.length) }) : lines[0];
  return (
    <Notice
      tone={errors.length > 0 ? "soon" : "plain"}
      icon={errors.length > 0 ? undefined : "file"}
      live="polite"
      title={title ?? t(`${own}nothing`)}
    >
      <ul>
        {errors.slice(0, mostShown).map(({ row, column, heading, value, reason }) => (
          <li key={`${row}${column}`}>
            {t("errorAt", { row: String(row), column: heading, problem: t(`problem.${reason}`) })}{" "}
            {value && t("errorValue", { value })}
          </li>
        ))}
      </ul>
      {lines.slice(errors.length > 0 ? 0 : 1).map((line) => (
        <p key={String(line)}>{line}</p>
      ))}
      {ready > 0 && (
        <Button className="mt-2" onClick={onConfirm}>
          {t(errors.length > 0 ? "partial" : "confirm")}
        </Button>
      )}
    </Notice>
  );
}
