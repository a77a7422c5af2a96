import { z } from "zod";
import { id } from "@/lib/changes/fields";
import { CategoryFields } from "./schema";

const word = z
  .string()
  .max(120)
  .transform((text) => text.trim())
  .pipe(z.string().min(1));
const ticked = z
  .union([z.boolean(), z.enum(["on", "true", "false"])])
  .transform((value) => value === true || value === "on" || value === "true");

/** What the form sends. `change` names the attempt, so that a form sent twice is one change. */
export const CategoryEntry = CategoryFields.omit({ position: true }).extend({
  change: id,
  labelLo: word,
  labelEn: word,
  sensitive: ticked.default(false),
  active: ticked.default(false),
});
export type CategoryEntry = z.output<typeof CategoryEntry>;
