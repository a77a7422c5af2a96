import "./villages.css";
import { useLocale, useTranslations } from "next-intl";
import { formatDate, formatNumber } from "@/lib/i18n/format";
import { placeInList, placeName } from "@/lib/i18n/place-name";
import { placeHref } from "@/lib/villages/place-head";
import type { AreaPage } from "@/lib/villages/place-queries";
import { ButtonLink } from "../ui/button";
import { FactList } from "../ui/fact-list";
import { ListRow } from "../ui/list-row";
import { Notice } from "../ui/notice";
import { PageHeader } from "../ui/page-header";

type Props = { area: AreaPage; mayReview: boolean };

const schemes = ["pcode", "iso", "geonames", "npm", "official7", "dhis2"] as const;

/** A district or province: its names and codes, and what lies in it as far as the reader may look. */
export function AreaView({ area: { head, codes, below }, mayReview }: Props) {
  const t = useTranslations("villages");
  const facility = useTranslations("places.facility");
  const locale = useLocale();
  const number = (value: number) => formatNumber(value, locale);
  const count = { count: below.length, n: number(below.length) };
  const facts = codes.map(({ scheme, code, disputed }) => {
    const known = schemes.find((name) => name === scheme);
    return {
      key: `${scheme} ${code}`,
      term: known ? t(`area.scheme.${known}`) : scheme,
      value: disputed ? `${code} (${t("area.disputed")})` : code,
    };
  });
  return (
    <>
      <PageHeader
        title={placeName(head, locale)}
        lead={locale === "lo" ? head.nameEn : head.nameLo}
        action={
          head.level === "district" && (
            <>
              <ButtonLink href={`/facilities?district=${head.code ?? ""}`}>
                {facility("ofDistrict")}
              </ButtonLink>
              {mayReview && (
                <ButtonLink kind="pri" href={`/today?district=${head.code ?? head.id}`}>
                  {t("area.today")}
                </ButtonLink>
              )}
            </>
          )
        }
      />
      {head.ended && <Notice>{t("ended", { date: formatDate(head.ended, locale) })}</Notice>}
      <div className="village-grid">
        <section className="card">
          <h2>{head.level === "province" ? t("area.districts", count) : t("area.villages", count)}</h2>
          <ul>
            {below.map((place) => (
              <li key={place.id}>
                <ListRow
                  href={placeHref(place)}
                  name={placeInList(place, locale)}
                  why={t("area.workshops", {
                    count: place.workshops,
                    n: number(place.workshops),
                    date: place.lastWorkshop ? formatDate(place.lastWorkshop, locale) : "",
                  })}
                />
              </li>
            ))}
          </ul>
        </section>
        {facts.length > 0 && (
          <section className="card">
            <h2>{t("area.codes")}</h2>
            <FactList facts={facts} />
          </section>
        )}
      </div>
    </>
  );
}
