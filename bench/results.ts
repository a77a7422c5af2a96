import { readFileSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { today } from "@/lib/clock";

const file = new URL("./results.json", import.meta.url);

/**
 * How long the same work always takes here, the quickest of seven: machines of one name differ twofold, so that times in
 * milliseconds of two days compare only beside this.
 */
function fixedWorkMs(): number {
  const times = Array.from({ length: 7 }, () => {
    const began = performance.now();
    let sum = 0;
    for (let at = 0; at < 30_000_000; at++) sum = (sum * 31 + at) | 0;
    return performance.now() - began + (sum === 0.5 ? 1 : 0);
  });
  return Math.round(Math.min(...times));
}

/** Writes one part anew; what was measured before of the others stays, each with its own day. */
export function keepResult(name: string, result: object): void {
  const results = JSON.parse(readFileSync(file, "utf8"));
  const kept = {
    ...results,
    machine: {
      cores: cpus().length,
      processor: cpus()[0]?.model,
      memoryGiB: Math.round(totalmem() / 2 ** 30),
    },
    node: process.version,
    [name]: { measuredOn: today(), fixedWorkMs: fixedWorkMs(), ...result },
  };
  writeFileSync(file, `${JSON.stringify(kept, null, 2)}\n`);
  console.log(name, JSON.stringify(result, null, 2));
}
