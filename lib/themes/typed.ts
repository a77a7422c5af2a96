import { z } from "zod";
import { themeSet } from "./frame";

/** A set as a form sends it: nothing chosen at all is null, "none of these" is the empty set. */
export const typedThemes = z
  .string()
  .max(200)
  .transform((text) => (text === "open" ? null : text.split(",").filter((code) => code && code !== "none")))
  .pipe(themeSet.nullable());
