import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { buildOnce } from "./build";
import { findChromium } from "./chromium";
import { main } from "./plain";
import { type BrowserReport, type Told, toldOfBrowser, toldOfUnits, type UnitReport } from "./told-failures";

type Tally = { passed: number; failed: number };
type Read = Tally & { told: Told };
type Step = { name: string; command: string[]; report?: { file: string; read: (json: never) => Read } };

const node = (path: string, ...args: string[]) => [process.execPath, `node_modules/${path}`, ...args];
type UnitCounts = { numPassedTests: number; numFailedTests: number; numFailedTestSuites: number };
const vitest = (json: UnitReport & UnitCounts): Read => ({
  passed: json.numPassedTests,
  // A file that cannot even be loaded has no failed test in it.
  failed: json.numFailedTests || json.numFailedTestSuites,
  told: toldOfUnits(json),
});
type BrowserCounts = { stats: { expected: number; unexpected: number; flaky: number } };
const playwright = (json: BrowserReport & BrowserCounts): Read => ({
  passed: json.stats.expected + json.stats.flaky,
  failed: json.stats.unexpected,
  told: toldOfBrowser(json),
});

const steps: Step[] = [
  { name: "format, lint, boundaries", command: node("@biomejs/biome/bin/biome", "ci") },
  { name: "route types", command: node("next/dist/bin/next", "typegen") },
  { name: "types", command: node("typescript/bin/tsc", "--noEmit") },
  { name: "dead code", command: node("knip/bin/knip.js") },
  {
    name: "unit, database, messages",
    command: node(
      "vitest/vitest.mjs",
      "run",
      "--reporter=default",
      "--reporter=json",
      "--outputFile=.test/vitest.json",
    ),
    report: { file: ".test/vitest.json", read: vitest },
  },
];

const browser: Step = {
  name: "browser",
  command: node("@playwright/test/cli.js", "test"),
  report: { file: ".test/playwright.json", read: playwright },
};

await main(async () => {
  process.env.CHROMIUM_PATH = findChromium();
  mkdirSync(".test", { recursive: true });
  const total: Tally = { passed: 0, failed: 0 };
  const told: Told[] = [];
  for (const step of steps) add(total, await run(step, told));
  if (await builds(total)) add(total, await run(browser, told));
  tell(told);
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  process.exitCode = total.failed > 0 ? 1 : 0;
});

function add(total: Tally, { passed, failed }: Tally): void {
  total.passed += passed;
  total.failed += failed;
}

async function builds(total: Tally): Promise<boolean> {
  try {
    await buildOnce(process.env.NEXT_DIST_DIR || ".next", ".test");
    add(total, { passed: 1, failed: 0 });
    return true;
  } catch (error) {
    console.log((error as Error).message);
    add(total, { passed: 0, failed: 1 });
    return false;
  }
}

/** Again at the very end, where whoever reads only the last lines finds it. */
function tell(told: readonly Told[]): void {
  for (const one of told.flatMap(({ failed }) => failed)) console.log(`\nFAILED ${one}`);
  for (const one of told.flatMap(({ unsteady }) => unsteady))
    console.log(`\nUNSTEADY, passed when tried again: ${one}`);
}

/** One line per step; what it printed only when it failed. */
async function run({ name, command, report }: Step, told: Told[]): Promise<Tally> {
  const began = Date.now();
  if (report) rmSync(report.file, { force: true });
  const { code, output } = await collect(command);
  const seconds = ((Date.now() - began) / 1000).toFixed(1);
  const counted =
    report && existsSync(report.file)
      ? report.read(JSON.parse(readFileSync(report.file, "utf8")) as never)
      : null;
  if (counted) told.push(counted.told);
  const tally: Tally = counted ?? { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 };
  if (code !== 0 && tally.failed === 0) tally.failed = 1;
  if (code !== 0) console.log(output);
  const count = counted ? `, ${tally.passed} passed, ${tally.failed} failed` : "";
  console.log(`${code === 0 ? "ok    " : "FAILED"} ${name}, ${seconds} s${count}`);
  return tally;
}

function collect([program = "", ...args]: string[]): Promise<{ code: number; output: string }> {
  const pulse = setInterval(() => console.log("  …"), 60_000);
  return new Promise((resolve) => {
    let output = "";
    // Tests of the application must not meet the caller's own database.
    const { DATABASE_URL: _app, DATABASE_OWNER_URL: _owner, ...env } = process.env;
    const child = spawn(program, args, {
      env: { ...env, FORCE_COLOR: "0" },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const keep = (chunk: Buffer) => {
      output += chunk;
    };
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    child.on("error", (error) => resolve({ code: 1, output: error.message }));
    child.on("close", (code) => {
      clearInterval(pulse);
      resolve({ code: code ?? 1, output });
    });
  });
}
