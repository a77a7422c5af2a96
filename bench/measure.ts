export type Timing = Readonly<{ runs: number; medianMs: number; p95Ms: number }>;

const at = (sorted: readonly number[], part: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;

/** The value that so large a part of the list does not exceed: 0.95 is the 95th percentile. */
export const share = (list: readonly number[], part: number): number =>
  at(
    [...list].sort((a, b) => a - b),
    part,
  );

/** Milliseconds of each call after a warm-up; the two subjects take turns, so that a busy machine troubles both alike. */
export async function pairwise(runs: number, subject: () => Promise<unknown>, floor: () => Promise<unknown>) {
  const times = { subject: [] as number[], floor: [] as number[] };
  for (let run = -3; run < runs; run++) {
    for (const [name, call] of [
      ["subject", subject],
      ["floor", floor],
    ] as const) {
      const started = performance.now();
      await call();
      if (run >= 0) times[name].push(performance.now() - started);
    }
  }
  const timing = (list: number[]): Timing => {
    const sorted = [...list].sort((a, b) => a - b);
    return { runs, medianMs: round(at(sorted, 0.5)), p95Ms: round(at(sorted, 0.95)) };
  };
  const [measured, bare] = [timing(times.subject), timing(times.floor)];
  return { subject: measured, floor: bare, ratio: round(measured.medianMs / bare.medianMs) };
}

export const round = (value: number) => Math.round(value * 100) / 100;
