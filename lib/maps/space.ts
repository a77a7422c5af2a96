import type { Geometry, VillageMap } from "./schema";

/** What its features are drawn in: only a sketch has no place on Earth. */
export const spaceOfBase = (base: VillageMap["base"] | string): Geometry["space"] =>
  base === "sketch" ? "sketch" : "geo";
