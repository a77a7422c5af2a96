import { afterAll, beforeAll, expect, test } from "vitest";
import { everyType } from "./generators";
import { simulate, type Trouble } from "./run";
import { SimulatedServer } from "./server";

/** Over all four files; SIMULATION_RUNS asks for more, `npm run test:long` for 20,000, and SIMULATION_FROM leaves out the first ones. */
const allRuns = Number(process.env.SIMULATION_RUNS ?? 500);
const leftOut = Number(process.env.SIMULATION_FROM ?? 0);
const one = process.env.SEED ? Number(process.env.SEED) : null;

/** A share of all runs, with the seeds from `first` on; `SEED=… npx vitest run <file>` plays one of them again. */
export function seededRuns(first: number, { share, ...trouble }: Trouble & { share: number }): void {
  const runs = Math.ceil(allRuns * share);
  const start = first + Math.ceil(leftOut * share);
  const server = new SimulatedServer();
  const recorded = new Set<string>();
  beforeAll(() => server.start());
  afterAll(() => server.stop());

  const seeds = one === null ? Array.from({ length: runs }, (_, n) => start + n) : [one];
  test.each(seeds)("SEED=%i", async (seed) => {
    const { types, wrong } = await simulate(server, seed, trouble);
    for (const type of types) recorded.add(type);
    expect(wrong.slice(0, 8).join("\n"), `play it again with SEED=${seed}`).toBe("");
  });

  // Rare ones need rare people; that each has a generator is tested beside the generators.
  test.runIf(seeds.length >= 1000)("every type of record took part", () => {
    expect(everyType.filter((type) => !recorded.has(type))).toEqual([]);
  });
}
