import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { formatNumber } from "@/lib/i18n/format";
import { placeInList, placeName, villageName } from "@/lib/i18n/place-name";
import type { FoundPlace } from "@/lib/places/search-queries";
import { placeHref } from "@/lib/villages/place-head";
import type { FoundText } from "@/lib/villages/text-queries";
import { SearchForm } from "../shell/search-form";
import { Card } from "../ui/card";
import { ListRow } from "../ui/list-row";
import { PageHeader } from "../ui/page-header";

type Props = { text: string; places: readonly FoundPlace[]; texts: readonly FoundText[] };

/** Places by any spelling, and words of plans and problems, each leading to where it stands. */
export function SearchView({ text, places, texts }: Props) {
  const t = useTranslations("villages.search");
  const locale = useLocale();
  const count = places.length + texts.length;
  const actions = texts.filter(({ kind }) => kind === "action");
  const problems = texts.filter(({ kind }) => kind === "problem");
  const title = text ? t("results", { count, n: formatNumber(count, locale), text }) : t("title");
  return (
    <div className="stack">
      <PageHeader title={title} lead={text ? (count === 0 ? t("none") : undefined) : t("ask")} />
      <SearchForm id="q-page" defaultValue={text} />
      <Rows title={t("places")}>
        {places.map((place) => (
          <li key={place.id}>
            <ListRow
              href={placeHref(place)}
              name={placeInList(place, locale)}
              why={<PlaceWhy place={place} />}
            />
          </li>
        ))}
      </Rows>
      <Rows title={t("actions")}>
        {actions.map((action) => (
          <TextRow key={action.id} found={action} page={`plan?plan=${action.planId}#action-${action.id}`} />
        ))}
      </Rows>
      <Rows title={t("problems")}>
        {problems.map((problem) => (
          <TextRow
            key={problem.id}
            found={problem}
            page={`problems?workshop=${problem.workshopId}#problem-${problem.id}`}
          />
        ))}
      </Rows>
    </div>
  );
}

function Rows({ title, children }: { title: string; children: readonly ReactNode[] }) {
  if (children.length === 0) return null;
  return (
    <Card title={title}>
      <ul>{children}</ul>
    </Card>
  );
}

function PlaceWhy({ place }: { place: FoundPlace }) {
  const t = useTranslations("villages.search");
  const level = useTranslations("common.place");
  const locale = useLocale();
  const kind = place.level === "kumban" ? "cluster" : place.level;
  const district = place.districtId !== place.id &&
    place.districtLo && { nameLo: place.districtLo, nameEn: place.districtEn ?? "" };
  const province = place.provinceId !== place.id &&
    place.provinceLo && { nameLo: place.provinceLo, nameEn: place.provinceEn ?? "" };
  return [
    level(kind),
    district && placeName(district, locale),
    province && placeName(province, locale),
    place.ended && t("ended"),
  ]
    .filter(Boolean)
    .join(" · ");
}

function TextRow({ found, page }: { found: FoundText; page: string }) {
  const locale = useLocale();
  const village = { id: found.villageId, code: found.villageCode };
  const name = villageName({ nameLo: found.villageLo, nameEn: found.villageEn }, locale);
  return (
    <li>
      <ListRow href={placeHref(village, page)} name={found.text} why={name} />
    </li>
  );
}
