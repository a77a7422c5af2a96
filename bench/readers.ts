import { setPriority } from "node:os";
import { SeededNumbers } from "@/lib/seeded-numbers";
import { readPage } from "./reading";

// Readers of one page, each asking once a second from a moment of its own; a process of its own at low priority, so that asking
// takes nothing from answering. `readers.ts <address> <cookie>` prints the milliseconds of every answer.
const readers = 8;
const seconds = 12;
const seed = 20_261_122;

const [address = "", cookie = ""] = process.argv.slice(2);
setPriority(19);
const dice = new SeededNumbers(seed);
const answers: number[] = [];
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function read(offset: number): Promise<void> {
  const began = performance.now() + offset;
  for (let turn = 0; turn < seconds; turn++) {
    await pause(Math.max(0, began + turn * 1000 - performance.now()));
    answers.push((await readPage(address, cookie)).fullMs);
  }
}

await Promise.all(Array.from({ length: readers }, () => read(dice.whole(0, 999))));
console.log(JSON.stringify(answers));
process.exit();
