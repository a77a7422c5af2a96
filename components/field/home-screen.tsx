"use client";

import { useTranslations } from "next-intl";
import { ReportsDueCard } from "../indicators/reports-due-card";
import { ToTellCard } from "../instructions/to-tell-card";
import { LateActionsCard } from "../plans/late-actions-card";
import { Icon } from "../ui/icon";
import { VisitsDueCard } from "../visits/visits-due-card";
import { CurrentWorkshopCard } from "../workshops/current-workshop-card";
import { FieldScreen } from "./field-screen";
import { HandoverLink } from "./handover-link";
import { OutboxSummary } from "./outbox-summary";
import { FieldLink } from "./router";
import { StatusCard } from "./status-card";
import { useKnown } from "./store-hooks";
import { usePlaces } from "./use-places";

/** What is on this phone, the workshop under way and its next step, the visits due, what waits to be sent. */
export function HomeScreen() {
  const t = useTranslations();
  const me = useKnown("me");
  const { name } = usePlaces();
  const place = name(me?.assignments[0]?.placeId);
  const search = (
    <FieldLink to="/field/villages" className="iconbtn" aria-label={t("common.action.search")}>
      <Icon name="search" />
    </FieldLink>
  );
  return (
    <FieldScreen
      title={me ? t("field.home.hello", { name: me.name }) : t("common.product")}
      subtitle={[place, me?.office !== me?.name && me?.office].filter(Boolean).join(" · ")}
      after={search}
      tab="home"
      strip={false}
      reading
    >
      <StatusCard />
      <CurrentWorkshopCard />
      <LateActionsCard />
      <ToTellCard />
      <ReportsDueCard />
      <VisitsDueCard />
      <OutboxSummary />
      <HandoverLink />
    </FieldScreen>
  );
}
