"use client";

import { useLocale, useTranslations } from "next-intl";
import { today } from "@/lib/clock";
import { formatDate, formatNumber } from "@/lib/i18n/format";
import { localStore } from "@/lib/sync/local-store";
import { FieldScreen } from "../field/field-screen";
import { LoadingScreen } from "../field/loading-screen";
import { LostScreen } from "../field/lost-screen";
import { fieldNavigate } from "../field/router";
import { useKnown, useRecord } from "../field/store-hooks";
import { usePlaces } from "../field/use-places";
import { Button } from "../ui/button";
import { useDueVisits } from "./use-due-visits";

type Props = { planId: string; offset: string | undefined };

/** A visit that is due and not begun: beginning it today makes its record. */
export function NewVisitScreen({ planId, offset }: Props) {
  const t = useTranslations("visits");
  const locale = useLocale();
  const plan = useRecord("plan", planId);
  const due = useDueVisits();
  const { name } = usePlaces();
  const may = useKnown("me")?.verbs.includes("workshop.record") ?? false;
  if (plan === undefined || !due) return <LoadingScreen />;
  const place = plan?.place;
  if (!plan || !place) return <LostScreen />;
  const offsetMonths = offset && /^\d+$/.test(offset) ? Number(offset) : null;
  const visit = due.find((one) => one.planId === planId && one.offsetMonths === offsetMonths);
  const begin = async () => {
    const fields = {
      planId,
      offsetMonths,
      heldDate: today(),
      level: "village" as const,
      ...(visit ? { dueDate: visit.dueDate } : {}),
    };
    const id = await localStore.record({ type: "visit", place, fields });
    fieldNavigate(`/field/visits/${id}`, { replace: true });
  };
  const which =
    offsetMonths === null ? t("agreedVisit") : t("monthVisit", { n: formatNumber(offsetMonths, locale) });
  return (
    <FieldScreen title={name(place)} subtitle={which} back="/field/visits">
      <section className="card stack">
        {visit && <p>{t("dueOn", { date: formatDate(visit.dueDate, locale) })}</p>}
        <p className="sm mut">{t("beginHelp")}</p>
        {may && (
          <Button kind="pri" wide onClick={begin}>
            {t("begin")}
          </Button>
        )}
      </section>
    </FieldScreen>
  );
}
