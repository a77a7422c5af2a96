import { useLocale, useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { FactList } from "@/components/ui/fact-list";
import { StatusPill } from "@/components/ui/status-pill";
import { formatDate, formatNumber } from "@/lib/i18n/format";
import { placeName } from "@/lib/i18n/place-name";
import type { PlaceRecord } from "@/lib/places/record-queries";

type Record = PlaceRecord;
type Period = { validFrom: string | null; validTo: string | null };

function usePeriod() {
  const t = useTranslations("places.page");
  const locale = useLocale();
  return ({ validFrom, validTo }: Period) => {
    if (!validFrom && !validTo) return t("always");
    const to = validTo ? formatDate(validTo, locale, "short") : t("now");
    return validFrom
      ? t("period", { from: formatDate(validFrom, locale, "short"), to })
      : t("until", { date: to });
  };
}

export function PlaceFacts({ place }: { place: Record["place"] }) {
  const t = useTranslations("places");
  const locale = useLocale();
  const period = usePeriod();
  const degrees = (value: number) => formatNumber(value, locale, { minDecimals: 4, maxDecimals: 5 });
  const point =
    place.lat === null || place.lng === null
      ? t("page.noPoint")
      : `${degrees(place.lat)} / ${degrees(place.lng)}`;
  const facts = [
    { key: "level", term: t("page.level"), value: t(`level.${place.level}`) },
    { key: "code", term: t("page.code"), value: place.code },
    { key: "point", term: t("page.point"), value: point },
    { key: "stands", term: t("page.stands"), value: period(place) },
    { key: "source", term: t("page.source"), value: place.source },
  ];
  return (
    <Card title={t("page.facts")}>
      <FactList facts={facts} />
    </Card>
  );
}

export function PlaceNames({ names }: { names: Record["names"] }) {
  const t = useTranslations("places");
  const period = usePeriod();
  const facts = names.map((name) => ({
    key: name.id,
    term: t(`nameKind.${name.kind}`),
    value: (
      <>
        {[name.nameLo, name.nameEn].filter(Boolean).join(" · ")}
        <span className="block sm mut">{[period(name), name.source].join(" · ")}</span>
      </>
    ),
  }));
  return (
    <Card title={t("page.names")}>
      <FactList facts={facts} />
    </Card>
  );
}

export function PlaceCodes({ codes }: { codes: Record["codes"] }) {
  const t = useTranslations("places");
  if (codes.length === 0) return null;
  const facts = codes.map((code) => ({
    key: `${code.scheme} ${code.code}`,
    term: t(`scheme.${code.scheme}`),
    value: (
      <>
        <span className="row wrap">
          {code.code}
          {code.disputed && <StatusPill status="soon">{t("page.disputed")}</StatusPill>}
        </span>
        {code.note && <span className="block sm mut">{code.note}</span>}
      </>
    ),
  }));
  return (
    <Card title={t("page.codes")}>
      <FactList facts={facts} />
    </Card>
  );
}

export function PlaceParents({ parents }: { parents: Record["parents"] }) {
  const t = useTranslations("places.page");
  const locale = useLocale();
  const period = usePeriod();
  if (parents.length === 0) return null;
  return (
    <Card title={t("parents")}>
      <FactList
        facts={parents.map((parent, at) => ({
          key: String(at),
          term: placeName(parent, locale),
          value: period(parent),
        }))}
      />
    </Card>
  );
}
