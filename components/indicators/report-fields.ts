import type { Values } from "@/lib/indicators/validation";
import { valuePrefix } from "@/lib/indicators/value-prefix";

/** The values among a report's fields, by element code. */
export const valuesIn = (fields: Readonly<Record<string, unknown>>): Values =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) =>
      name.startsWith(valuePrefix) ? [[name.slice(valuePrefix.length), value as number | null]] : [],
    ),
  );

export const fieldOf = (code: string): `value.${string}` => `${valuePrefix}${code}`;
