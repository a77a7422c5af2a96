import type { FigureMethod, PopulationKind } from "./schema";
import { figureMethods } from "./vocabularies";

export type Figure = Readonly<{
  kind: PopulationKind;
  year: number;
  value: number;
  method: FigureMethod;
  /** ISO day it was true. */
  asOf: string;
  source: string | null;
}>;

const derivedFrom: Partial<Record<FigureMethod, string>> = {
  countdown_anc1: "ANC1",
  countdown_penta1: "PENTA1",
};

/**
 * The figure that counts a year's people of a kind: the best method first (enumerated before census, projection, share
 * of a catchment, countdown), of one method the newest; never one that was derived from what it would divide.
 */
export function chooseFigure(
  figures: readonly Figure[],
  { kind, year, numerator }: { kind: PopulationKind; year: number; numerator: readonly string[] },
): Figure | null {
  const counted = numerator.map((term) => term.replace(/^-/, ""));
  const fitting = figures
    .filter((figure) => figure.kind === kind && figure.year === year)
    .filter(({ method }) => !counted.includes(derivedFrom[method] ?? ""));
  const rank = ({ method }: Figure) => figureMethods.indexOf(method);
  return [...fitting].sort((a, b) => rank(a) - rank(b) || (a.asOf < b.asOf ? 1 : -1))[0] ?? null;
}
