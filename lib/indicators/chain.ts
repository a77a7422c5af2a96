import { z } from "zod";
import { id, isoDate, line } from "@/lib/changes/fields";
import {
  COUNTDOWN_PLACEHOLDERS,
  type CountdownShares,
  countdownPopulations,
} from "@/lib/statistics/countdown";
import { type FigureMethod, PopulationFigureFields, type PopulationKind } from "./schema";

export const chainStarts = ["anc1", "penta1"] as const;
export type ChainStart = (typeof chainStarts)[number];
export const chainShares = Object.keys(COUNTDOWN_PLACEHOLDERS) as (keyof CountdownShares)[];

/** What the chain starts from is counted by this element. */
export const elementOfStart: Readonly<Record<ChainStart, string>> = { anc1: "ANC1", penta1: "PENTA1" };
const methodOfStart: Readonly<Record<ChainStart, FigureMethod>> = {
  anc1: "countdown_anc1",
  penta1: "countdown_penta1",
};

const number = z.coerce.number();
const share = number.pipe(z.number().min(0).max(50));

/** Coverage and shares in percent, as they are typed. */
export const RecordChain = z.object({
  changeId: id,
  place: id,
  start: z.enum(chainStarts),
  year: number.pipe(PopulationFigureFields.shape.year),
  counted: number.pipe(z.number().int().min(1).max(10_000_000)),
  coverage: number.pipe(z.number().min(1).max(100)),
  survey: line.pipe(z.string().trim().min(1)),
  asOf: isoDate,
  twin: share,
  stillbirth: share,
  pregnancyLoss: share,
  neonatalMortality: share,
  postNeonatalMortality: share,
});
export type RecordChain = z.infer<typeof RecordChain>;
export type ChainGiven = Pick<RecordChain, "start" | "counted" | "coverage"> & CountdownShares;

type ChainFigure = Readonly<{ kind: PopulationKind; value: number; method: FigureMethod }>;

/**
 * People of a year worked out from what was counted and the survey's coverage of it (domain §4.3, statistics §8), whole
 * people; `given` in percent.
 */
export function chainFigures(given: ChainGiven): ChainFigure[] {
  const { start, counted, coverage } = given;
  const shares = Object.fromEntries(chainShares.map((name) => [name, given[name] / 100])) as CountdownShares;
  const people = countdownPopulations(
    { from: start, count: counted, surveyCoverage: coverage / 100 },
    shares,
  );
  const kinds: readonly (readonly [PopulationKind, number])[] = [
    ["expected_pregnancies", people.pregnancies],
    ["live_births", people.liveBirths],
    ["surviving_infants", people.penta],
    ["second_year", people.measles2],
  ];
  return kinds.map(([kind, value]) => ({ kind, value: Math.round(value), method: methodOfStart[start] }));
}
