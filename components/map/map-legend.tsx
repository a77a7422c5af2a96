import type { Locale } from "@/lib/i18n/routing";
import { legendOf } from "@/lib/maps/categories";
import type { Category } from "@/lib/maps/schema";
import { CategoryMark } from "./category-mark";

type Props = {
  features: readonly { category: string }[];
  categories: readonly Category[];
  locale: Locale;
  size?: number;
  className?: string;
};

/** Built from use: only the categories on the map, in the vocabulary's order. Pass what the map itself shows. */
export function MapLegend({ features, categories, locale, size = 38, className = "map-legend" }: Props) {
  return (
    <ul className={className}>
      {legendOf(features, categories).map(({ category }) => (
        <li key={category.id}>
          <CategoryMark category={category} size={size} />
          <span>{locale === "lo" ? category.labelLo : category.labelEn}</span>
        </li>
      ))}
    </ul>
  );
}
