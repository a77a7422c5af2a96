import { readFileSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { today } from "@/lib/clock";

const file = new URL("./results.json", import.meta.url);

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
    [name]: { measuredOn: today(), ...result },
  };
  writeFileSync(file, `${JSON.stringify(kept, null, 2)}\n`);
  console.log(name, JSON.stringify(result, null, 2));
}
