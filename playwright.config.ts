import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { defineConfig } from "@playwright/test";

// A port given by the caller may already have a server of theirs: it is taken as it stands.
const given = Boolean(process.env.E2E_PORT);
// Read again by every worker: the first reader chooses the port, the others inherit it.
process.env.E2E_PORT ??= execFileSync(process.execPath, [
  "-e",
  "const s = require('net').createServer().listen(0, '127.0.0.1', () => { process.stdout.write(String(s.address().port)); s.close() })",
]).toString();

const port = process.env.E2E_PORT;
const baseURL = `http://127.0.0.1:${port}`;
const chromium = process.env.CHROMIUM_PATH || "/usr/bin/chromium";
const quiet = [
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  fullyParallel: false,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  // Minutes of waiting on purpose: npm run test:long plays them.
  grepInvert: process.env.E2E_LONG ? undefined : /@long/,
  forbidOnly: Boolean(process.env.CI),
  // A journey that passes only at the second try is named by npm test: something is to be mended.
  retries: 1,
  reporter: [["list"], ["json", { outputFile: ".test/playwright.json" }]],
  use: {
    baseURL,
    actionTimeout: 30_000,
    locale: "lo",
    timezoneId: "Asia/Vientiane",
    viewport: { width: 360, height: 740 },
    // Recording every step costs a good part of a journey: only the second try is recorded.
    trace: "on-first-retry",
    screenshot: "only-on-failure",
    launchOptions: {
      ...(existsSync(chromium) ? { executablePath: chromium } : {}),
      args: process.getuid?.() === 0 ? ["--no-sandbox", ...quiet] : quiet,
    },
  },
  projects: [
    { name: "journeys", testIgnore: /statements\.spec/ },
    // It counts what the database is asked, so nobody else may ask. On its own: --no-deps.
    { name: "alone", testMatch: /statements\.spec/, dependencies: ["journeys"], workers: 1 },
  ],
  webServer: {
    command: `${process.execPath} --conditions=react-server --import tsx scripts/e2e-server.ts`,
    url: `${baseURL}/api/health`,
    env: { E2E_PORT: port },
    timeout: 600_000,
    reuseExistingServer: given,
    stdout: "pipe",
    gracefulShutdown: { signal: "SIGTERM", timeout: 20_000 },
  },
});
