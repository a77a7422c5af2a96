import { useLocale, useTranslations } from "next-intl";
import { formatDateTime } from "@/lib/i18n/format";
import type { AccountView } from "@/lib/people/queries";

export function EventList({ events }: Pick<AccountView, "events">) {
  const t = useTranslations("people.account.event");
  const locale = useLocale();
  return (
    <ol className="stack-s">
      {events.map((event) => (
        <li key={`${event.kind} ${event.at}`}>
          {t(event.kind)} <span className="sm mut nw">{formatDateTime(event.at, locale)}</span>
        </li>
      ))}
    </ol>
  );
}
