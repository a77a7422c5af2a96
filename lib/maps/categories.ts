import { areaCategories, lineCategories, pointCategories } from "./category-seed";
import type { Category, Feature, Geometry } from "./schema";

export type CategoryFrame = Category["frame"];

/** The vocabulary the programme starts with: 28 points, 4 lines, 4 areas (screens.md §6), in legend order. */
export const seedCategories: readonly Category[] = [
  ...pointCategories,
  ...lineCategories,
  ...areaCategories,
].map((category, position) => ({
  ...category,
  sensitive: category.frame === "care",
  position,
  active: true,
}));

/** Category that takes whatever the vocabulary has no word for. */
export const OTHER_CATEGORY = "other";

/** The family a frame stands for, so that a photocopy still reads. */
export const frameLabels: Record<CategoryFrame, { lo: string; en: string }> = {
  service: { lo: "ບໍລິການສຸຂະພາບ", en: "Health service" },
  people: { lo: "ຄົນທີ່ຊ່ວຍໄດ້", en: "People who help" },
  water: { lo: "ນ້ຳ", en: "Water" },
  community: { lo: "ສະຖານທີ່ຂອງບ້ານ", en: "Community place" },
  access: { lo: "ທາງໄປມາ ແລະ ສື່ສານ", en: "Access and contact" },
  danger: { lo: "ອັນຕະລາຍ ແລະ ຊ່ອງຫວ່າງ", en: "Danger and gap" },
  care: { lo: "ກຸ່ມທີ່ຕ້ອງດູແລ", en: "Group needing care" },
  other: { lo: "ອື່ນໆ", en: "Other" },
  line: { lo: "ເສັ້ນ", en: "Line" },
  area: { lo: "ພື້ນທີ່", en: "Area" },
};

/** Shapes a category may be drawn as. A group needing care is an area; as a point it stands for the middle of one. */
export function shapesOf(category: Pick<Category, "frame">): readonly Geometry["type"][] {
  if (category.frame === "line") return ["LineString"];
  if (category.frame === "area") return ["Polygon"];
  if (category.frame === "care") return ["Point", "Polygon"];
  return category.frame === "other" ? ["Point", "LineString", "Polygon"] : ["Point"];
}

/** Season a new feature of this category starts with. */
export function defaultSeason(category: Pick<Category, "id">): Feature["season"] {
  return category.id === "seasonal_cutoff" || category.id === "cutoff" ? "wet" : "all";
}

/** May stand on the poster, the link and in an export without a special right. Groups needing care never do. */
export function isPrintable(category: Pick<Category, "frame" | "sensitive">): boolean {
  return category.frame !== "care" && !category.sensitive;
}

/** A feature is kept back when it was marked sensitive or its category always is; unknown categories are not. */
export function isKeptBack(
  feature: Pick<Feature, "category" | "sensitive">,
  categories: readonly Category[] = seedCategories,
): boolean {
  const category = categories.find(({ id }) => id === feature.category);
  return feature.sensitive || (category !== undefined && !isPrintable(category));
}

/** Legend from use: the categories that occur, in vocabulary order, each with the number of its features. */
export function legendOf(
  features: readonly Pick<Feature, "category">[],
  categories: readonly Category[] = seedCategories,
): { category: Category; count: number }[] {
  const counts = new Map<string, number>();
  for (const { category } of features) counts.set(category, (counts.get(category) ?? 0) + 1);
  return categories
    .flatMap((category) => {
      const count = counts.get(category.id) ?? 0;
      return count > 0 ? [{ category, count }] : [];
    })
    .sort((a, b) => a.category.position - b.category.position);
}
