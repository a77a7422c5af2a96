import { reportValues } from "@/lib/indicators/schema";
import type { Values } from "@/lib/indicators/validation";

/** The values among a report's fields, by element code. */
export const valuesIn = (fields: Readonly<Record<string, unknown>>): Values =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) =>
      name.startsWith(reportValues.prefix)
        ? [[name.slice(reportValues.prefix.length), value as number | null]]
        : [],
    ),
  );

export const fieldOf = (code: string): `value.${string}` => `${reportValues.prefix}${code}`;
