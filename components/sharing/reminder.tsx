import { useLocale, useTranslations } from "next-intl";
import { formatDate, formatNumber } from "@/lib/i18n/format";
import { villageName } from "@/lib/i18n/place-name";
import type { Office } from "@/lib/plans/schema";
import type { VillagePlan } from "@/lib/villages/views";
import { dueVisits } from "@/lib/visits/rules";
import { ClientMessages } from "../shell/client-messages";
import { reminderText } from "./reminder-text";
import { SendMessage } from "./send-message";

/** A reminder of one village's plan to send by WhatsApp, where the village has agreed to share. */
export function Reminder({ village, today }: { village: VillagePlan; today: string }) {
  const t = useTranslations("sharing.reminder");
  const offices = useTranslations("plans.office");
  const locale = useLocale();
  const { head, plan, actions, visits, visitOffsets, mayShare } = village;
  if (!plan || !mayShare) return null;
  const number = (value: number) => formatNumber(value, locale);
  const date = (iso: string) => formatDate(iso, locale);
  const office = (one: Office | null) => (one ? offices(one) : t("nobody"));
  const due = dueVisits({ plan: { ...plan, visitOffsets }, visits, today }).find(({ heldDate }) => !heldDate);
  const text = reminderText(
    { actions, nextVisit: due?.dueDate ?? null, today },
    {
      head: t("head", { village: villageName(head, locale), date: date(today) }),
      counts: ({ k, n, late }) => t("counts", { k: number(k), n: number(n), late: number(late) }),
      late: ({ what, days, office: lead }) =>
        t("late", { what, count: days, n: number(days), office: office(lead) }),
      soon: ({ what, due: by, office: lead }) => t("soon", { what, date: date(by), office: office(lead) }),
      visit: (on) => t("visit", { date: date(on) }),
    },
  );
  if (!text) return null;
  return (
    <ClientMessages domains={["sharing"]}>
      <SendMessage title={t("title")} text={text} fileName={`connect-reminder-${today}.png`} />
    </ClientMessages>
  );
}
