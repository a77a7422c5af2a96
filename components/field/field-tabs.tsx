"use client";

import { useLocale, useTranslations } from "next-intl";
import { formatNumber } from "@/lib/i18n/format";
import { tabIcons } from "../shell/tabs";
import { Icon } from "../ui/icon";
import { FieldLink } from "./router";
import { useKnown, useSyncState } from "./store-hooks";

const tabs = [
  { id: "home", to: "/field" },
  { id: "villages", to: "/field/villages" },
  { id: "toSend", to: "/field/outbox" },
  { id: "me", to: "/field/me" },
] as const;
/** Of a mentor, who records no workshop (screens §3). */
const mentorTabs = [
  { id: "checklist", to: "/field/checklist" },
  { id: "mentorPlan", to: "/field/checklist/plan" },
  { id: "toSend", to: "/field/outbox" },
  { id: "me", to: "/field/me" },
] as const;
export type FieldTab = (typeof tabs | typeof mentorTabs)[number]["id"];

/** The four tabs of the capture screens; the unsent count is always in sight. */
export function FieldTabs({ active }: { active?: FieldTab }) {
  const t = useTranslations("shell");
  const { unsent, needsYou } = useSyncState();
  const verbs = useKnown("me")?.verbs ?? [];
  const mentor = verbs.includes("mentorship.record") && !verbs.includes("workshop.record");
  return (
    <nav className="tabs4" aria-label={t("main")}>
      {(mentor ? mentorTabs : tabs).map(({ id, to }) => (
        <FieldLink key={id} to={to} aria-current={id === active ? "page" : undefined}>
          <Icon name={tabIcons[id]} />
          <span>{t(`tabs.${id}`)}</span>
          {id === "toSend" && unsent + needsYou > 0 && <Badge count={unsent + needsYou} />}
        </FieldLink>
      ))}
    </nav>
  );
}

function Badge({ count }: { count: number }) {
  const t = useTranslations("shell");
  const n = formatNumber(count, useLocale());
  return (
    <span className="badge">
      <span aria-hidden="true">{n}</span>
      <span className="vh">, {t("unsent", { count, n })}</span>
    </span>
  );
}
