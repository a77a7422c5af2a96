import { useLocale, useTranslations } from "next-intl";
import { formatDate, formatNumber } from "@/lib/i18n/format";
import { villageName } from "@/lib/i18n/place-name";
import type { FacilityPage, ServedVillage } from "@/lib/places/facility-queries";
import { Card } from "../ui/card";
import { FactList } from "../ui/fact-list";
import { Link } from "../ui/link";
import { usePeriod, useWay } from "./catchment-words";

export function FacilityFacts({ facility }: { facility: FacilityPage }) {
  const t = useTranslations("places");
  const unknown = useTranslations("common.word")("unknown");
  const locale = useLocale();
  const degrees = (value: number) => formatNumber(value, locale, { minDecimals: 4, maxDecimals: 5 });
  const { village, lat, lng } = facility;
  const facts = [
    { key: "type", term: t("facility.typeLabel"), value: t(`facility.type.${facility.type}`) },
    { key: "code", term: t("page.code"), value: facility.code ?? unknown },
    { key: "dhis2", term: "DHIS2", value: facility.dhis2Uid ?? unknown },
    { key: "village", term: t("level.village"), value: village ? villageName(village, locale) : unknown },
    {
      key: "point",
      term: t("page.point"),
      value: lat === null || lng === null ? t("page.noPoint") : `${degrees(lat)} / ${degrees(lng)}`,
    },
    ...(facility.from
      ? [{ key: "from", term: t("page.stands"), value: formatDate(facility.from, locale) }]
      : []),
    { key: "source", term: t("page.source"), value: facility.source },
  ];
  return (
    <Card title={t("page.facts")}>
      <FactList facts={facts} />
    </Card>
  );
}

/** The catchment: today's villages, then those it served before, with dates and the way in both seasons. */
export function ServedVillages({ served }: { served: readonly ServedVillage[] }) {
  const t = useTranslations("places.facility");
  const locale = useLocale();
  const [now, before] = [served.filter(({ validTo }) => !validTo), served.filter(({ validTo }) => validTo)];
  return (
    <>
      <Card title={t("catchment", { count: now.length, n: formatNumber(now.length, locale) })}>
        {now.length === 0 ? <p>{t("catchmentNone")}</p> : <VillageFacts villages={now} />}
      </Card>
      {before.length > 0 && (
        <Card title={t("before")}>
          <VillageFacts villages={before} />
        </Card>
      )}
    </>
  );
}

function VillageFacts({ villages }: { villages: readonly ServedVillage[] }) {
  const locale = useLocale();
  const [period, way] = [usePeriod(), useWay()];
  return (
    <FactList
      facts={villages.map((one) => ({
        key: one.id,
        term: (
          <Link href={`/places/${one.villageCode ?? one.villageId}/profile`}>{villageName(one, locale)}</Link>
        ),
        value: (
          <>
            {period(one)}
            <span className="block sm mut">{way(one)}</span>
          </>
        ),
      }))}
    />
  );
}
