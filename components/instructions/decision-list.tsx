import { useLocale, useTranslations } from "next-intl";
import { formatDate } from "@/lib/i18n/format";
import type { DecisionView } from "@/lib/instructions/queries";
import { SendMessage } from "../sharing/send-message";
import { ClientMessages } from "../shell/client-messages";

export function DecisionList({ decisions }: { decisions: readonly DecisionView[] }) {
  const t = useTranslations("instructions.decision");
  const send = useTranslations("sharing.decision");
  const locale = useLocale();
  if (decisions.length === 0) return <p className="sm mut">{t("none")}</p>;
  return (
    <ClientMessages domains={["sharing"]}>
      <ul className="stack-s">
        {decisions.map(({ id, date, text, meeting }) => (
          <li key={id}>
            {text}
            <span className="block sm mut">
              {meeting ? t("at", { date: formatDate(date, locale), meeting }) : formatDate(date, locale)}
            </span>
            <SendMessage
              title={send("title")}
              fileName={`connect-decision-${date}.png`}
              text={[
                `*${send("head", { date: formatDate(date, locale) })}*`,
                text,
                meeting && send("meeting", { meeting }),
              ]
                .filter(Boolean)
                .join("\n")}
            />
          </li>
        ))}
      </ul>
    </ClientMessages>
  );
}
