import { describe, expect, it } from "vitest";
import {
  defaultSeason,
  frameLabels,
  isKeptBack,
  isPrintable,
  legendOf,
  seedCategories,
  shapesOf,
} from "./categories";
import { areaCategories, lineCategories, pointCategories } from "./category-seed";
import { CategoryFields } from "./schema";

const byId = (id: string) =>
  seedCategories.find((category) => category.id === id) as (typeof seedCategories)[number];

describe("the starting vocabulary", () => {
  it("has the 28 points, 4 lines and 4 areas of screens.md §6, each once", () => {
    expect([pointCategories.length, lineCategories.length, areaCategories.length]).toEqual([28, 4, 4]);
    expect(new Set(seedCategories.map(({ id }) => id)).size).toBe(36);
  });

  it("is valid, in order, and every family has a name in both languages", () => {
    for (const [index, category] of seedCategories.entries()) {
      expect(CategoryFields.parse(category)).toEqual(category);
      expect(category.position).toBe(index);
      expect(category.labelLo).toMatch(/[\u0E80-\u0EFF]/);
      expect(frameLabels[category.frame].lo).toMatch(/[\u0E80-\u0EFF]/);
    }
  });

  it("follows the spelling rules of the glossary", () => {
    const lao = [
      ...seedCategories.map(({ labelLo }) => labelLo),
      ...Object.values(frameLabels).map(({ lo }) => lo),
    ];
    for (const text of lao)
      expect(text).not.toMatch(
        /\u200B|\u0ECD[\u0EC8-\u0ECB]?\u0EB2|\u0EAB[\u0E99\u0EA1\u0EA5]|\u0EC0\u0EC0|[\u0ED0-\u0ED9]/,
      );
  });

  it("keeps exactly the groups needing care off paper and link", () => {
    const hidden = seedCategories.filter((category) => !isPrintable(category)).map(({ id }) => id);
    expect(hidden).toEqual(["care_pregnant", "care_unvaccinated", "care_elder_disabled"]);
  });
});

describe("what a category brings", () => {
  it.each([
    ["road", ["LineString"], "all"],
    ["cutoff", ["LineString"], "wet"],
    ["seasonal_cutoff", ["Point"], "wet"],
    ["forest", ["Polygon"], "all"],
    ["school", ["Point"], "all"],
    ["care_pregnant", ["Point", "Polygon"], "all"],
    ["other", ["Point", "LineString", "Polygon"], "all"],
  ])("%s", (id, shapes, season) => {
    expect(shapesOf(byId(id))).toEqual(shapes);
    expect(defaultSeason(byId(id))).toBe(season);
  });
});

describe("isKeptBack", () => {
  it.each([
    ["school", false, false],
    ["school", true, true],
    ["care_pregnant", false, true],
    ["something_new", false, false],
    ["something_new", true, true],
  ])("%s marked %s → %s", (category, sensitive, kept) => {
    expect(isKeptBack({ category, sensitive })).toBe(kept);
  });

  it("knows an administrator's own sensitive category", () => {
    const own = { ...byId("high_risk"), id: "tb_patients", sensitive: true };
    expect(isKeptBack({ category: "tb_patients", sensitive: false }, [...seedCategories, own])).toBe(true);
  });
});

describe("legendOf", () => {
  it("lists what is used, in vocabulary order", () => {
    const used = ["river", "school", "health_centre", "school"].map((category) => ({ category }));
    expect(legendOf(used).map(({ category, count }) => [category.id, count])).toEqual([
      ["health_centre", 1],
      ["school", 2],
      ["river", 1],
    ]);
    expect(legendOf([])).toEqual([]);
  });
});
