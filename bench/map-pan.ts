import { writeFileSync } from "node:fs";
import { type CDPSession, chromium, type Page } from "@playwright/test";
import { keepResult } from "./results";

/**
 * Pans a map of 2,000 features on a processor slowed down four times and writes how long each frame took.
 * Against a running demonstration that may be changed: `npx tsx bench/map-pan.ts http://127.0.0.1:3000 [out.json]`.
 * The limit is the issue's: under 100 ms a frame.
 */
const [address = "http://127.0.0.1:3000", out = ""] = process.argv.slice(2);
const featureCount = Number(process.env.FEATURES ?? 2000);
const slowdown = 4;
const limitMs = 100;

const categories = [
  "school",
  "water_source",
  "vhv_home",
  "latrine_gap",
  "bridge_ford",
  "market",
  "sacred",
  "drug_shop",
];

/** A village's worth of points, every tenth a line, spread over four by four kilometres; the same each time. */
function manyFeatures([lng, lat]: readonly [number, number]) {
  let seed = 7;
  const next = () => {
    seed = (seed * 16_807) % 2_147_483_647;
    return seed / 2_147_483_647 - 0.5;
  };
  const at = () => [lng + next() * 0.04, lat + next() * 0.04];
  return Array.from({ length: featureCount }, (_, index) => ({
    type: "Feature",
    geometry:
      index % 10 === 0
        ? { type: "LineString", coordinates: [at(), at(), at()] }
        : { type: "Point", coordinates: at() },
    properties: { category: index % 10 === 0 ? "track" : categories[index % categories.length] },
  }));
}

async function signIn(page: Page): Promise<void> {
  await page.goto(`${address}/en/sign-in`);
  await page.fill('input[name="login"]', process.env.LOGIN ?? "facilitator.pakxan");
  await page.fill('input[name="password"]', process.env.PASSWORD ?? "connect demo paksan");
  await page.click('button[type="submit"]');
  await page.waitForURL((url) => !url.pathname.includes("sign-in"));
}

type Target = { workshop: string; map: string; features: number };

/** A map with coordinates that this phone has received. */
async function aMap(page: Page): Promise<Target> {
  await page.goto(`${address}/en/field`);
  await page.waitForTimeout(Number(process.env.SETTLE_MS ?? 10_000));
  for (let attempt = 0; attempt < 150; attempt++) {
    const found = await page.evaluate(mapInStore);
    if (found) return found;
    await page.waitForTimeout(2000);
  }
  throw new Error("No map with coordinates reached the phone");
}

/** Runs in the page. */
async function mapInStore(): Promise<Target | null> {
  const known = await indexedDB.databases();
  const name = known.find((one) => one.name?.startsWith("connect-"))?.name;
  if (!name) return null;
  const request = indexedDB.open(name);
  await new Promise((resolve) => request.addEventListener("success", resolve));
  const db = request.result;
  if (!db.objectStoreNames.contains("records")) return null;
  const records = db.transaction("records").objectStore("records").index("type");
  const [maps, features] = [records.getAll("map"), records.getAll("feature")];
  await new Promise((resolve) => features.addEventListener("success", resolve));
  db.close();
  const found = maps.result
    .filter(({ fields }) => fields.base === "geo")
    .map(({ id, fields }) => ({
      workshop: fields.workshopId,
      map: id,
      features: features.result.filter((feature) => feature.fields.mapId === id).length,
    }));
  return found.sort((a, b) => b.features - a.features)[0] ?? null;
}

/** What an earlier run brought is used again. */
async function fill(page: Page, { map, features }: Target): Promise<void> {
  if (features >= featureCount) return;
  const collection = JSON.stringify({ type: "FeatureCollection", features: manyFeatures([103.65, 18.4]) });
  const answer = await page.evaluate(
    async ([url, body]) => (await fetch(url as string, { method: "POST", body })).json(),
    [`/api/maps/${map}?format=geojson&upload=${uploadId()}`, collection],
  );
  if (answer.added !== featureCount) throw new Error(`The server took ${JSON.stringify(answer)}`);
}

function uploadId(): string {
  const time = Date.now().toString(16).padStart(12, "0");
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-000000000000`;
}

/** Every feature must be on the phone before the clock starts. */
async function openMap(page: Page, { workshop, map }: Target): Promise<void> {
  await page.goto(`${address}/en/field/workshops/${workshop}/map/${map}`);
  const counted = new RegExp(`${featureCount.toLocaleString("en").slice(0, 2)}\\d*,?\\d{3} things`);
  await page.getByText(counted).first().waitFor({ timeout: 600_000 });
  await page.locator(".map-canvas").waitFor({ state: "attached" });
  await page.waitForTimeout(3000);
}

/** Twelve drags across the map, measured between animation frames while a finger is down or just lifted. */
async function pan(page: Page, session: CDPSession): Promise<number[]> {
  const box = await page.locator(".map-ground").boundingBox();
  if (!box) throw new Error("no map");
  await session.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
  // As text: a compiled function would bring helpers along that the page does not have.
  await page.evaluate(`{
    window.frames_ = [];
    let last = performance.now();
    requestAnimationFrame(function tick(now) {
      window.frames_.push(now - last);
      last = now;
      requestAnimationFrame(tick);
    });
  }`);
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  for (let round = 0; round < 12; round++) {
    const [dx, dy] = [Math.cos(round * 0.9) * 130, Math.sin(round * 0.9) * 130];
    await page.mouse.move(x - dx / 2, y - dy / 2);
    await page.mouse.down();
    for (let step = 1; step <= 20; step++) {
      await page.mouse.move(x - dx / 2 + (dx * step) / 20, y - dy / 2 + (dy * step) / 20);
    }
    await page.mouse.up();
    await page.waitForTimeout(150);
  }
  const frames = (await page.evaluate("window.frames_")) as number[];
  await session.send("Emulation.setCPUThrottlingRate", { rate: 1 });
  return frames.slice(2);
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
  args: ["--no-sandbox"],
});
const page = await browser.newPage({ viewport: { width: 360, height: 780 }, deviceScaleFactor: 2 });
page.setDefaultTimeout(120_000);
await signIn(page);
const target = await aMap(page);
await fill(page, target);
await openMap(page, target);
const frames = (await pan(page, await page.context().newCDPSession(page))).sort((a, b) => a - b);
await browser.close();

const share = (part: number) =>
  Math.round((frames[Math.min(frames.length - 1, Math.floor(frames.length * part))] ?? 0) * 10) / 10;
const result = {
  features: featureCount,
  slowdown,
  frames: frames.length,
  p50: share(0.5),
  p95: share(0.95),
  p99: share(0.99),
  longest: share(1),
  overLimit: frames.filter((frame) => frame >= limitMs).length,
  limitMs,
};
if (out) writeFileSync(out, `${JSON.stringify(result, null, 2)}\n`);
keepResult("mapPan", result);
process.exitCode = result.p95 < limitMs ? 0 : 1;
