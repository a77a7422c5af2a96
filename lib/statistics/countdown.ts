/**
 * Shares 0…1 behind the Countdown chain, of one country and year with its source. These, of cd2030.core, are
 * placeholders (statistics.md §8): store a country's own.
 */
export const COUNTDOWN_PLACEHOLDERS = {
  twin: 0.015,
  stillbirth: 0.02,
  pregnancyLoss: 0.03,
  neonatalMortality: 0.025,
  postNeonatalMortality: 0.024,
};

export type CountdownShares = Readonly<Record<keyof typeof COUNTDOWN_PLACEHOLDERS, number>>;

/** Estimated people per period, same period as the count it started from. Unrounded. */
export interface Populations {
  pregnancies: number;
  deliveries: number;
  /** Live and still. */
  births: number;
  liveBirths: number;
  /** Infants due for Penta, measles-rubella 1 and 2. */
  penta: number;
  measles1: number;
  measles2: number;
}

/** The count the chain starts from, and for service counts the survey's coverage of that service (0…1]. */
export type CountdownStart =
  | { from: "live-births"; count: number }
  | { from: "anc1" | "penta1"; count: number; surveyCoverage: number };

function checked(shares: CountdownShares, start: CountdownStart): void {
  for (const [name, share] of Object.entries(shares)) {
    if (!(share >= 0 && share < 1)) throw new RangeError(`${name} is not a share: ${share}`);
  }
  if (!(start.count >= 0)) throw new RangeError(`not a count: ${start.count}`);
  if (start.from !== "live-births" && !(start.surveyCoverage > 0 && start.surveyCoverage <= 1)) {
    throw new RangeError(`not a coverage: ${start.surveyCoverage}`);
  }
}

function liveBirthsOf(start: CountdownStart, shares: CountdownShares): number {
  if (start.from === "live-births") return start.count;
  const people = start.count / start.surveyCoverage;
  if (start.from === "penta1") return people / (1 - shares.neonatalMortality);
  const deliveries = people * (1 - shares.pregnancyLoss);
  return (deliveries / (1 - shares.twin / 2)) * (1 - shares.stillbirth);
}

/**
 * The Countdown chain of denominators from live births, first antenatal visits or first Penta doses (statistics.md §8;
 * `calculate_populations` of cd2030.core).
 * @throws RangeError for shares outside 0…1, a coverage outside 0…1 or at 0, and negative counts.
 */
export function countdownPopulations(start: CountdownStart, shares: CountdownShares): Populations {
  checked(shares, start);
  const liveBirths = liveBirthsOf(start, shares);
  const births = liveBirths / (1 - shares.stillbirth);
  const deliveries = births * (1 - shares.twin / 2);
  const pregnancies = deliveries / (1 - shares.pregnancyLoss);
  const penta = liveBirths * (1 - shares.neonatalMortality);
  return {
    pregnancies,
    deliveries,
    births,
    liveBirths,
    penta,
    measles1: penta * (1 - shares.postNeonatalMortality),
    measles2: penta * (1 - 2 * shares.postNeonatalMortality),
  };
}

/** A denominator derived from an indicator never serves that indicator (statistics.md §8). */
export function mayServe(start: CountdownStart["from"], indicator: string): boolean {
  return start === "live-births" || start !== indicator;
}
