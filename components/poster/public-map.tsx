import { legendOf } from "@/lib/maps/categories";
import { spaceOfBase } from "@/lib/maps/space";
import type { PublicPlan } from "@/lib/publishing/views";
import { CategoryMark } from "../map/category-mark";
import { villageMapSvg } from "../map/village-map-svg";
import { staticMarkup } from "../ui/static-markup";
import { Html, html } from "./html";
import type { PublicWords } from "./public-words";

/** The map of the wall as a figure, and as words below it. At most so many bytes, for a slow phone. */
export function publicMap(plan: PublicPlan, { t, locale, number }: PublicWords, bytes: number): Html | null {
  const { map, categories } = plan;
  if (!map || map.features.length === 0) return null;
  const space = spaceOfBase(map.base);
  const shown = map.features.filter(({ geometry }) => geometry.space === space);
  const metres = (value: number) =>
    value >= 1000
      ? t("poster.kilometres", { n: number(value / 1000) })
      : t("poster.metres", { n: number(value) });
  const figure = (count: number): string =>
    villageMapSvg({
      features: shown.slice(0, count),
      frameFeatures: shown,
      categories,
      title: t("poster.public.map"),
      space,
      formatMetres: metres,
      symbolSize: 60,
    });
  let count = shown.length;
  let picture = figure(count);
  while (Buffer.byteLength(picture) > bytes && count > 1) {
    count = Math.floor(count / 2);
    picture = figure(count);
  }
  const legend = legendOf(shown, categories).map(
    ({ category, count: times }) =>
      html`<li>${new Html(staticMarkup(<CategoryMark category={category} size={26} />))}<span>${locale === "lo" ? category.labelLo : category.labelEn}${times > 1 && ` × ${number(times)}`}</span></li>`,
  );
  return html`<section class="map"><h2>${t("poster.public.map")}</h2>${new Html(picture)}
<p class="small">${t("poster.public.mapNote")}</p>
<details><summary>${t("poster.public.legend")}</summary><ul class="legend">${legend}</ul></details></section>`;
}
