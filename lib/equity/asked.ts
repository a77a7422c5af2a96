import type { EquityAsked } from "./facts";

/** From an address; what is empty or no word is left out. */
export function equityAsked(given: Readonly<Record<string, string | string[] | undefined>>): EquityAsked {
  const word = (name: string) => {
    const [one] = [given[name]].flat();
    return one && one.length <= 64 ? one : null;
  };
  return { indicator: word("indicator"), within: word("place") };
}
