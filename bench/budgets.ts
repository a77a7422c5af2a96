import { gzipSync } from "node:zlib";
import { type Browser, type BrowserContext, chromium } from "@playwright/test";
import { buildOnce } from "@/scripts/build";
import { startApplication, startFolder } from "./application";
import { builtEmptyPage } from "./empty-page";
import { round, share } from "./measure";
import { type MeasuredPage, measuredPages } from "./measured-pages";
import { dataDir, openNation } from "./nation-database";
import { type Measured, measuredPlaces } from "./offices";

// What each page costs a phone: script above that of an empty page, requests to others, and when the largest thing on it stands,
// over a slow line on a processor slowed down four times, on the first visit and on the second.
const runs = 1;
const ports = { application: 3354, emptyPage: 3355 } as const;
const line = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 };
const slowdown = 4;
const limits = { scriptKbAboveFramework: 30, otherHosts: 0, firstVisitMs: 5000, secondVisitMs: 2500 };

const watchLargest = `{
  window.largest_ = 0;
  new PerformanceObserver((list) => { for (const entry of list.getEntries()) window.largest_ = entry.startTime; })
    .observe({ type: "largest-contentful-paint", buffered: true });
}`;

/** Script that the framework itself brings along: what a page of nothing loads. */
async function frameworkFloor(browser: Browser): Promise<number> {
  const empty = await startFolder(builtEmptyPage(), ports.emptyPage);
  try {
    return round((await visit(await browser.newContext(), empty.address, "/")).scriptKb);
  } finally {
    await empty.stop();
  }
}

type Visited = Readonly<{ address: string; page: MeasuredPage; places: Measured; browser: Browser }>;

export async function measureBudgets() {
  await buildOnce(".next", dataDir);
  const { server, sql } = await openNation("nation");
  const places = await measuredPlaces(sql);
  const application = await startApplication(server.appUrl, ports.application);
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH || "/usr/bin/chromium",
    args: process.getuid?.() === 0 ? ["--no-sandbox", "--disable-gpu"] : ["--disable-gpu"],
  });
  try {
    const frameworkKb = await frameworkFloor(browser);
    const pages: Record<string, object> = {};
    for (const [name, page] of Object.entries(measuredPages)) {
      const found = await measureVisits({ address: application.address, page, places, browser });
      pages[name] = { ...found, scriptKbAboveFramework: round(found.scriptKb - frameworkKb) };
      console.error(name, JSON.stringify(pages[name]));
    }
    return { limits, line: "400 kbit/s, 400 ms", slowdown, frameworkKb, pages };
  } finally {
    await browser.close();
    await application.stop();
    await sql.end();
    await server.stop();
  }
}

async function measureVisits(visited: Visited) {
  const times = { first: [] as number[], second: [] as number[] };
  let seen = { scriptKb: 0, otherHosts: 0 };
  for (let run = 0; run < runs; run++) {
    const context = await newPhone(visited);
    const path = visited.page.path(visited.places);
    const first = await visit(context, visited.address, path);
    times.first.push(first.largestMs);
    times.second.push((await visit(context, visited.address, path)).largestMs);
    seen = first;
    await context.close();
  }
  const worst = (list: number[]) => Math.round(share(list, 1));
  return {
    scriptKb: round(seen.scriptKb),
    otherHosts: seen.otherHosts,
    firstVisitMs: worst(times.first),
    secondVisitMs: worst(times.second),
  };
}

async function newPhone({ address, page, places, browser }: Visited): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, locale: "lo" });
  await context.addCookies([
    {
      name: "connect.session",
      value: places.cookies[page.who],
      url: address,
      httpOnly: true,
      sameSite: "Lax",
    },
  ]);
  return context;
}

async function visit(context: BrowserContext, address: string, path: string) {
  const tab = await context.newPage();
  const session = await context.newCDPSession(tab);
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", line);
  await session.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
  await tab.addInitScript({ content: watchLargest });
  const scripts: Promise<Buffer>[] = [];
  const others = new Set<string>();
  tab.on("response", (answer) => {
    if (answer.request().resourceType() === "script")
      scripts.push(answer.body().catch(() => Buffer.alloc(0)));
  });
  tab.on("request", (asked) => {
    const url = new URL(asked.url());
    if (url.protocol.startsWith("http") && url.origin !== address) others.add(url.host);
  });
  await tab.goto(address + path, { waitUntil: "load", timeout: 90_000 });
  await tab.waitForTimeout(1500);
  const largestMs = (await tab.evaluate("window.largest_")) as number;
  const bytes = (await Promise.all(scripts)).reduce((sum, script) => sum + gzipSync(script).length, 0);
  await tab.close();
  return { largestMs, scriptKb: bytes / 1000, otherHosts: others.size };
}
