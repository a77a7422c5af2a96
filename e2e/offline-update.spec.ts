import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { facilitator, firstVisit, heldWorkshop, promise, pulled } from "./phone";

const distDir = process.env.NEXT_DIST_DIR ?? ".next";
const workerFile = join(distDir, "offline", "worker.js");

/** A newer build, as far as a browser can tell: another worker, which no longer names the map's scripts. */
function publishNewer(): { undo: () => void; dropped: string } {
  const before = readFileSync(workerFile, "utf8");
  const chunks = [...before.matchAll(/\{url:"(\/_next\/static\/chunks\/[^"]+\.js)",revision:null\},?/g)];
  const largest = chunks.find(([, path]) =>
    readFileSync(join(distDir, path?.slice("/_next/".length) ?? ""), "utf8").includes("zoomlevelschange"),
  );
  if (!largest?.[1]) throw new Error("No script of the map among the kept ones");
  writeFileSync(workerFile, `${before.replace(largest[0], "")}\n// newer`);
  return { undo: () => writeFileSync(workerFile, before), dropped: largest[1] };
}

test("a newer version waits for every tab; an old tab goes on with its own scripts; what waits is not lost", async ({
  page,
  context,
  signedIn,
  owner,
}) => {
  test.slow();
  await signedIn(facilitator);
  await firstVisit(page);
  const workshop = await heldWorkshop(owner);
  await pulled(page, workshop);
  const other = await context.newPage();
  await other.goto(`/en/field/workshops/${workshop}`);
  await expect(other.locator(".tabs4, .foot").first()).toBeVisible();
  const newer = publishNewer();
  try {
    await page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()));
    const banner = (tab: Page) => tab.getByText("New version. Nothing is lost.");
    await expect(banner(page)).toBeVisible({ timeout: 30_000 });
    await expect(banner(other)).toBeVisible({ timeout: 30_000 });

    await context.setOffline(true);
    await page.goto(`/en/field/workshops/${workshop}/pledges`);
    const text = `Before the update ${Date.now()}`;
    await promise(page, text);
    await expect(page.locator(".sync")).toContainText("Saved on this phone");
    await page.getByRole("button", { name: "Reload" }).click();
    await expect(page.getByText("Waiting for the other tabs")).toBeVisible();
    await other.getByRole("button", { name: "Reload" }).click();
    await expect(banner(page)).toHaveCount(0);
    await expect(banner(other)).toHaveCount(0);
    const promised = () =>
      page
        .getByLabel("What is promised")
        .evaluateAll((all: HTMLTextAreaElement[]) => all.map(({ value }) => value));
    await expect.poll(promised).toContain(text);
    const old = await page.evaluate(async (path) => (await fetch(path)).status, newer.dropped);
    expect(old, "a script of the version before is still on the device").toBe(200);

    await context.setOffline(false);
    const arrived = () => owner`select 1 from commitments where workshop_id = ${workshop} and text = ${text}`;
    await expect.poll(arrived, { timeout: 60_000 }).toHaveLength(1);
  } finally {
    newer.undo();
  }
});

type Registration = { registrationId: string; scopeURL: string; isDeleted: boolean };

/** What the browser does when the network is back and every page of ours is closed. */
async function wakeWorker(page: Page, how: "sync" | "periodicSync" = "sync"): Promise<void> {
  const browser = await page.context().newCDPSession(page);
  const known = new Promise<Registration>((resolve) =>
    browser.on("ServiceWorker.workerRegistrationUpdated", ({ registrations }) => {
      const [own] = registrations.filter((one: Registration) => page.url().startsWith(one.scopeURL));
      if (own) resolve(own);
    }),
  );
  await browser.send("ServiceWorker.enable");
  const { registrationId } = await known;
  const origin = new URL(page.url()).origin;
  const event = { origin, registrationId, tag: "connect-outbox" };
  if (how === "sync") await browser.send("ServiceWorker.dispatchSyncEvent", { ...event, lastChance: false });
  else await browser.send("ServiceWorker.dispatchPeriodicSyncEvent", event);
}

test("with every capture screen closed the worker sends what waits, once", async ({
  page,
  context,
  signedIn,
  owner,
}) => {
  test.slow();
  await signedIn(facilitator);
  await firstVisit(page);
  const workshop = await heldWorkshop(owner);
  await pulled(page, workshop);
  await context.setOffline(true);
  await page.goto(`/en/field/workshops/${workshop}/pledges`);
  const text = `Sent by the worker ${Date.now()}`;
  await promise(page, text);
  await page.close();
  await context.setOffline(false);
  const other = await context.newPage();
  await other.goto("/en/about");
  const arrived = () => owner`select 1 from commitments where workshop_id = ${workshop} and text = ${text}`;
  // The browser may have woken it by itself already; what fails on the way, it tries again later. Twice a day it wakes it
  // on a timer too, where it grants that.
  const ways = ["periodicSync", "sync"] as const;
  await expect(async () => {
    for (const how of ways) await wakeWorker(other, how);
    await expect.poll(arrived, { timeout: 15_000 }).toHaveLength(1);
  }).toPass({ timeout: 90_000 });
});
