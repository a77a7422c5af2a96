import { useLocale, useTranslations } from "next-intl";
import type { Watch } from "@/lib/attention/watch";
import { nextDialogue } from "@/lib/dialogues/rules";
import { formatDate, formatNumber } from "@/lib/i18n/format";
import { Card } from "../ui/card";
import { EmptyState } from "../ui/empty-state";
import { Link } from "../ui/link";
import { StatusMark } from "../ui/status-mark";

type Props = { dialogue: Watch["dialogue"]; today: string };

/** The district's last dialogue: when, what was decided, and the date agreed for the next. */
export function LastDialogue({ dialogue, today }: Props) {
  const t = useTranslations("dialogues");
  const locale = useLocale();
  if (!dialogue)
    return (
      <Card title={t("last")}>
        <EmptyState title={t("none")} why={t("noneWhy")} />
      </Card>
    );
  const next = nextDialogue([dialogue], today);
  const late = next !== null && next.daysLate > 0;
  const date = next && formatDate(next.date, locale);
  return (
    <Card title={t("last")}>
      <p>
        <Link href={`/dialogues/${dialogue.id}`}>
          {t("lastHeld", { date: formatDate(dialogue.date, locale) })}
        </Link>
      </p>
      {dialogue.decisions && dialogue.decisions.length > 0 && (
        <>
          <h3 className="lab mt-2">{t("form.decisions")}</h3>
          <ul className="stack-s">
            {dialogue.decisions.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </>
      )}
      <p className="row mt-2 sm">
        {late && <StatusMark status="late" />}
        {late
          ? t("nextPassed", {
              date: date ?? "",
              count: next.daysLate,
              n: formatNumber(next.daysLate, locale),
            })
          : date
            ? t("form.next").concat(": ", date)
            : t("noNext")}
      </p>
    </Card>
  );
}
