import { useLocale, useTranslations } from "next-intl";
import { formatDate, formatList, formatNumber } from "@/lib/i18n/format";
import { placeName } from "@/lib/i18n/place-name";
import type { VillageFacts } from "@/lib/villages/views";
import { useTravelTime } from "../poster/poster-words";
import { Link } from "../ui/link";

/** People, households, groups, health centre and the way to it: what is known, with its date and source. */
export function VillageFactsRow({ profile, healthCentre, taseng, href }: VillageFacts & { href: string }) {
  const t = useTranslations("villages.facts");
  const locale = useLocale();
  const time = useTravelTime();
  const count = (value: number | null | undefined) =>
    value === null || value === undefined ? t("unknown") : formatNumber(value, locale);
  const groups = profile?.groups.map((group) => placeName(group, locale)) ?? [];
  const facts: [string, string][] = [
    [t("people"), count(profile?.population)],
    [t("households"), count(profile?.households)],
    [t("groups"), groups.length > 0 ? formatList(groups, locale) : t("unknown")],
    [t("healthCentre"), healthCentre ? placeName(healthCentre, locale) : t("unknown")],
  ];
  if (healthCentre) facts.push([t("access"), `${time(healthCentre.dry)} / ${time(healthCentre.wet)}`]);
  if (taseng) {
    const name = placeName(taseng, locale);
    facts.push([
      t("taseng"),
      taseng.from ? t("from", { name, date: formatDate(taseng.from, locale, "short") }) : name,
    ]);
  }
  return (
    <>
      <dl className="village-facts">
        {facts.map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className="xs mut">
        {profile && t("asOf", { date: formatDate(profile.date, locale), source: profile.source })}{" "}
        <Link href={href} className="fold-line noprint">
          {t("more")}
        </Link>
      </p>
    </>
  );
}
