import { z } from "zod";
import type { IdScheme, ImportStrategy } from "@/db/schema/value-imports";

export const idSchemes = ["uid", "code", "name"] as const satisfies readonly IdScheme[];
export const importStrategies = [
  "CREATE_AND_UPDATE",
  "CREATE",
  "UPDATE",
  "DELETE",
] as const satisfies readonly ImportStrategy[];

/** DHIS2 writes `id`, `uid`, `UID`, `CODE`, `NAME`. */
const scheme = z
  .string()
  .toLowerCase()
  .transform((text) => (text === "id" ? "uid" : text))
  .pipe(z.enum(idSchemes));
const strategy = z
  .string()
  .toUpperCase()
  .transform((text) => (text === "NEW_AND_UPDATES" ? "CREATE_AND_UPDATE" : text))
  .pipe(z.enum(importStrategies));

/** How a file of values is to be understood. */
export const ImportOptions = z.object({
  /** The system whose ids the file speaks; mappings are remembered for each. */
  system: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[a-z0-9][a-z0-9.:-]{0,59}$/)
    .default("dhis2"),
  orgUnitIdScheme: scheme.default("uid"),
  dataElementIdScheme: scheme.default("uid"),
  importStrategy: strategy.default("CREATE_AND_UPDATE"),
  dryRun: z.stringbool().default(false),
});
export type ImportOptions = z.output<typeof ImportOptions>;

/**
 * What the file itself says comes before what was asked beside it; `idScheme` stands for both kinds where nothing more
 * particular is said (DHIS2's rules). Except that a dry run asked for anywhere is one.
 */
export const optionsOf = (asked: Said, file: Said): ImportOptions =>
  ImportOptions.parse({
    ...plain(asked),
    ...plain(file),
    dryRun: isDry(asked) || isDry(file) ? "true" : "false",
  });

type Said = Readonly<Record<string, string | undefined>>;
const isDry = (said: Said) => ImportOptions.pick({ dryRun: true }).parse({ dryRun: said.dryRun }).dryRun;

function plain(said: Said): Record<string, string> {
  const { idScheme } = said;
  const general = idScheme ? { orgUnitIdScheme: idScheme, dataElementIdScheme: idScheme } : {};
  const names = ["system", "orgUnitIdScheme", "dataElementIdScheme", "importStrategy"] as const;
  const particular = names.flatMap((name) => (said[name] ? [[name, said[name]]] : []));
  return { ...general, ...Object.fromEntries(particular) };
}
