import type { DataElement } from "./schema";

export type Checked = Pick<DataElement, "code" | "atMost" | "maximum">;
/** By element code; null is "not known", absent is not entered. */
export type Values = Readonly<Record<string, number | null | undefined>>;

export type Warning = Readonly<
  { code: string; value: number } & (
    | { rule: "atMost"; limit: number; of: readonly string[] }
    | { rule: "maximum"; limit: number }
  )
>;

const sumKnown = (codes: readonly string[], values: Values): number | null =>
  codes.reduce<number | null>((sum, code) => {
    const value = values[code];
    return sum === null || value === null || value === undefined ? null : sum + value;
  }, 0);

/**
 * What looks wrong in one month, or in twelve added up: a part that is more than its whole, more days than a month has.
 * Says so and stops nothing (domain §4.2); what is not known is compared with nothing.
 */
export function warningsOf(elements: readonly Checked[], values: Values): Warning[] {
  return elements.flatMap(({ code, atMost, maximum }) => {
    const value = values[code];
    if (value === null || value === undefined) return [];
    const found: Warning[] = [];
    const of = atMost ?? [];
    const limit = of.length > 0 ? sumKnown(of, values) : null;
    if (limit !== null && value > limit) found.push({ code, value, rule: "atMost", limit, of });
    if (maximum !== null && maximum !== undefined && value > maximum)
      found.push({ code, value, rule: "maximum", limit: maximum });
    return found;
  });
}
