import { useLocale } from "next-intl";
import { uuidv7 } from "@/lib/changes/uuid";
import { now } from "@/lib/clock";
import { frameLabels } from "@/lib/maps/categories";
import type { Category } from "@/lib/maps/schema";
import { CategoryRow } from "./category-row";

/** The vocabulary by family, each symbol with the form that changes it. */
export function CategoryCards({ categories }: { categories: readonly Category[] }) {
  const locale = useLocale();
  const frames = [...new Set(categories.map(({ frame }) => frame))];
  return frames.map((frame) => (
    <section key={frame} className="card">
      <h2>{frameLabels[frame][locale]}</h2>
      <ul>
        {categories
          .filter((category) => category.frame === frame)
          .map((category) => (
            <CategoryRow key={category.id} category={category} change={uuidv7(now().getTime())} />
          ))}
      </ul>
    </section>
  ));
}
