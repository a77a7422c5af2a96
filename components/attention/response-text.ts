import { useLocale, useTranslations } from "next-intl";
import type { Note, SinceThen } from "@/lib/attention/responses";
import type { ReviewedInstruction } from "@/lib/districts/review";
import { formatDate, formatNumber } from "@/lib/i18n/format";

type Done = Readonly<{
  instructions: readonly ReviewedInstruction[];
  note: Note | null;
  since: SinceThen | null;
}>;

/** What was done about a matter and what was answered, one line each, the newest instruction first. */
export function useResponseText(): (done: Done) => string[] {
  const t = useTranslations("attention.did");
  const office = useTranslations("plans.office");
  const status = useTranslations("instructions.status");
  const locale = useLocale();
  const date = (day: string) => formatDate(day, locale);
  const n = (value: number) => formatNumber(value, locale);
  const told = (one: ReviewedInstruction) => {
    const answered = one.status !== "given";
    const answer = answered
      ? t("answered", { status: status(one.status as "given"), date: date(one.statusDate ?? one.date) })
      : t("waiting");
    const words = one.answer ? t("said", { text: one.answer }) : "";
    const given = t("instructed", { office: office(one.toOffice), date: date(one.date) });
    return [given, answer, words].filter(Boolean).join("; ");
  };
  return ({ instructions, note, since }) => [
    ...instructions.slice(0, 2).map(told),
    ...(since ? [t("since", { k: n(since.k), n: n(since.n) })] : []),
    ...(note ? [t("putOff", { date: date(note.until), reason: note.reason })] : []),
  ];
}
