import { z } from "zod";

/**
 * What providers say stands in the way (docs/decisions/0054). A version only adds: a code is never removed and never comes to
 * mean something else, so that what was coded under an earlier version stays true.
 */
export const FRAME_VERSION = 1;
export const themeCodes = [
  "ethnic_access",
  "transport",
  "staff",
  "equipment",
  "training",
  "supplies",
] as const;
export type Theme = (typeof themeCodes)[number];

type Entry = Readonly<{ since: number; source: "bokeo" | "scaling" }>;
/** The version that brought each theme, and the document that names it. */
export const frame: Readonly<Record<Theme, Entry>> = {
  ethnic_access: { since: 1, source: "bokeo" },
  transport: { since: 1, source: "bokeo" },
  staff: { since: 1, source: "bokeo" },
  equipment: { since: 1, source: "bokeo" },
  training: { since: 1, source: "bokeo" },
  supplies: { since: 1, source: "scaling" },
};

/** A set has one order, the frame's, and names nothing twice: two people who choose the same set say the same. */
export const inFrameOrder = (chosen: readonly Theme[]): Theme[] =>
  themeCodes.filter((code) => chosen.includes(code));

/** Null: nobody has coded it yet; empty: somebody has, and no theme fits. */
export const themeSet = z.array(z.enum(themeCodes)).max(50).transform(inFrameOrder);
