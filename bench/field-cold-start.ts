import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { type BrowserContext, chromium, type Page } from "@playwright/test";
import { keepResult } from "./results";

/**
 * Starts a phone's browser anew with no network, on a processor slowed down four times, and writes when the first screen
 * of the field answers and how much script ran until then. Against a running demonstration:
 * `npx tsx bench/field-cold-start.ts http://127.0.0.1:3000 [out.json]`, which also writes its part of bench/results.json. The limits are the issue's.
 */
const [address = "http://127.0.0.1:3000", out = ""] = process.argv.slice(2);
const runs = Number(process.env.RUNS ?? 7);
const slowdown = 4;
const limits = { interactiveMs: 2000, scriptKb: 250 };

const profile = mkdtempSync(join(tmpdir(), "connect-cold-"));
const launch = () =>
  chromium.launchPersistentContext(profile, {
    executablePath: process.env.CHROMIUM_PATH || "/usr/bin/chromium",
    args: process.getuid?.() === 0 ? ["--no-sandbox", "--disable-gpu"] : ["--disable-gpu"],
    viewport: { width: 360, height: 740 },
  });

async function firstVisit(): Promise<void> {
  const context = await launch();
  const page = await context.newPage();
  await page.goto(`${address}/en/sign-in`);
  await page.fill('input[name="login"]', process.env.LOGIN ?? "facilitator.pakxan");
  await page.fill('input[name="password"]', process.env.PASSWORD ?? "connect demo paksan");
  await page.click('button[type="submit"]');
  await page.waitForURL((url) => !url.pathname.includes("sign-in"));
  await page.goto(`${address}/lo/field`);
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  // Everything of the district is on the phone: a full store is what a cold start has to open.
  await page.locator(".sync.ok, .status-card.done").first().waitFor({ timeout: 120_000 });
  await page.waitForTimeout(Number(process.env.SETTLE_MS ?? 15_000));
  await context.close();
}

type Start = { interactiveMs: number; scripts: string[]; gzipBytes: number };

/** Runs in the page, before anything of it: the moment at which the first screen stands and its main thread is free. */
function watchForHome(): void {
  const seen = () => {
    if (!document.querySelector(".status-card") || !document.querySelector("nav.tabs4")) return;
    observer.disconnect();
    const before = performance.getEntriesByType("resource").map(({ name }) => name);
    setTimeout(() => Object.assign(globalThis, { homeAnswered: { at: performance.now(), before } }));
  };
  const observer = new MutationObserver(seen);
  observer.observe(document, { childList: true, subtree: true });
}

async function coldStart(): Promise<Start> {
  const context = await launch();
  const page = context.pages()[0] ?? (await context.newPage());
  await context.setOffline(true);
  await slow(context, page);
  // The compiler names inner functions by a call that the page does not know.
  await page.addInitScript({ content: `globalThis.__name = (named) => named; (${watchForHome})();` });
  await page.goto(`${address}/lo/field`, { waitUntil: "commit" });
  await page.waitForFunction(() => "homeAnswered" in globalThis, undefined, { timeout: 60_000 });
  const answered = await page.evaluate(
    () => (globalThis as unknown as { homeAnswered: { at: number; before: string[] } }).homeAnswered,
  );
  const inline = await page.evaluate(() =>
    [...document.querySelectorAll("script:not([src])")].map(({ textContent }) => textContent).join("\n"),
  );
  const scripts = answered.before.filter((name) => name.endsWith(".js"));
  const texts = await page.evaluate(
    (names) => Promise.all(names.map(async (name) => (await fetch(name)).text())),
    scripts,
  );
  const bytes = [...texts, inline].reduce((sum, text) => sum + gzipSync(text).length, 0);
  await context.close();
  return { interactiveMs: answered.at, scripts, gzipBytes: bytes };
}

async function slow(context: BrowserContext, page: Page): Promise<void> {
  const session = await context.newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
}

try {
  await firstVisit();
  const starts: Start[] = [];
  for (let run = 0; run < runs; run++) starts.push(await coldStart());
  const times = starts.map(({ interactiveMs }) => Math.round(interactiveMs)).sort((a, b) => a - b);
  const scriptKb = Math.round((starts[0]?.gzipBytes ?? 0) / 102.4) / 10;
  const result = {
    slowdown,
    runs,
    interactiveMs: { median: times[Math.floor(runs / 2)], worst: times.at(-1), limit: limits.interactiveMs },
    scriptKbGzip: { executed: scriptKb, files: starts[0]?.scripts.length, limit: limits.scriptKb },
  };
  if (out) writeFileSync(out, `${JSON.stringify(result, null, 2)}\n`);
  keepResult("fieldColdStart", result);
} finally {
  rmSync(profile, { recursive: true, force: true });
}
