"use client";

import { useLocale, useTranslations } from "next-intl";
import { today } from "@/lib/clock";
import { daysBetween, formatDate, formatNumber } from "@/lib/i18n/format";
import { FieldLink } from "../field/router";
import { useFacilities, useSession } from "./use-mentorship";

/** The session that today's scores belong to, or the way to begin one. */
export function SessionCard() {
  const t = useTranslations("mentorship.session");
  const venue = useTranslations("mentorship.venue");
  const locale = useLocale();
  const facilities = useFacilities();
  const session = useSession();
  if (!session) return null;
  const { current } = session;
  if (!current)
    return (
      <section className="card stack-s">
        <h2>{t("none")}</h2>
        <p className="sm">{t("noneWhy")}</p>
        <FieldLink to="/field/checklist/session" className="btn pri wide">
          {t("begin")}
        </FieldLink>
      </section>
    );
  const day = Math.max(0, daysBetween(current.startDate, today())) + 1;
  const place = facilities.name(current.facilityId) || venue(current.venue);
  return (
    <section className="card stack-s">
      <h2>{t("now")}</h2>
      <p>
        <b>{place}</b> · {formatDate(current.startDate, locale)}
        {day <= 2 && ` · ${t("day", { n: formatNumber(day, locale) })}`}
      </p>
      <FieldLink to="/field/checklist/session" className="btn quiet sm">
        {t("another")}
      </FieldLink>
    </section>
  );
}
