"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { CategoryMark } from "@/components/map/category-mark";
import type { Category } from "@/lib/maps/schema";
import { CategoryForm } from "./category-form";

/** One symbol; its form is drawn only once it is opened. */
export function CategoryRow({ category, change }: { category: Category; change: string }) {
  const t = useTranslations("maps.vocabulary");
  const locale = useLocale();
  const [open, setOpen] = useState(false);
  const { labelLo, labelEn } = category;
  const [name, other] = locale === "lo" ? [labelLo, labelEn] : [labelEn, labelLo];
  return (
    <li>
      <details className="category-row" onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary className="list-row">
          <CategoryMark category={category} size={38} />
          <span className="grow">
            <span className="list-name">{name}</span>
            <span className="list-why">
              <span lang={locale === "lo" ? "en" : "lo"}>{other}</span> · {category.id}
            </span>
          </span>
          <span className="tag">{category.active ? t("inUse") : t("inactive")}</span>
        </summary>
        {open && <CategoryForm change={change} category={category} />}
      </details>
    </li>
  );
}
