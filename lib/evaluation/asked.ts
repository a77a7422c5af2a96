import { equityAsked } from "@/lib/equity/asked";

/** `within`: the code of a province or district; `year`: of the villages' first workshops. */
export type EvaluationAsked = Readonly<{
  indicator: string | null;
  within: string | null;
  year: number | null;
}>;

/** From an address; what is empty or no word is left out. */
export function evaluationAsked(
  given: Readonly<Record<string, string | string[] | undefined>>,
): EvaluationAsked {
  const [year] = [given.year].flat();
  return { ...equityAsked(given), year: year && /^20\d\d$/.test(year) ? Number(year) : null };
}
