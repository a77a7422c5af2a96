"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { CategoryMark } from "@/components/map/category-mark";
import type { Category } from "@/lib/maps/schema";
import { type FeatureRecord, useCategories, useCategoryName } from "./map-records";

type Props = {
  features: readonly FeatureRecord[];
  chosen: string | null;
  onChoose: (category: Category | null) => void;
};

/** Symbols put on this map last come first: a group draws all its wells, then all its houses. */
function recentFirst(categories: readonly Category[], features: readonly FeatureRecord[]): Category[] {
  const last = new Map(features.map(({ fields, id }) => [fields.category, id]));
  const rank = ({ id }: Category) => last.get(id) ?? "";
  const active = categories.filter(({ active, id }) => active || last.has(id));
  return active.sort((a, b) => rank(b).localeCompare(rank(a)) || a.position - b.position);
}

export function SymbolPalette({ features, chosen, onChoose }: Props) {
  const t = useTranslations("maps.editor");
  const categories = useCategories();
  const nameOf = useCategoryName();
  // Sorted when the map opens and not while drawing, so that no symbol moves under the thumb.
  // biome-ignore lint/correctness/useExhaustiveDependencies: on purpose only when the first features have come
  const ordered = useMemo(() => recentFirst(categories, features), [categories, features.length > 0]);
  return (
    <div className="palette" role="toolbar" aria-label={t("palette")}>
      {ordered.map((category) => (
        <button
          key={category.id}
          type="button"
          aria-pressed={category.id === chosen}
          onClick={() => onChoose(category.id === chosen ? null : category)}
        >
          <CategoryMark category={category} size={38} />
          <span>{nameOf(category.id)}</span>
        </button>
      ))}
    </div>
  );
}
