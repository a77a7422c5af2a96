import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { expectAccessible, watchPolicy } from "./axe";
import { expect, signIn, test } from "./fixtures";
import { OwnApplication } from "./own-application";
import { facilitator, firstVisit, heldWorkshop, launch, onDevice, pulled } from "./phone";
import { smallestMap } from "./pmtiles-file";

/** Writes one of the things the phone knows, as time or another browser would have left it. */
const setKnown = (page: Page, key: string, value: unknown) =>
  page.evaluate(
    async ({ key, value }) => {
      const found = (await indexedDB.databases()).find(({ name }) => name?.startsWith("connect-"));
      const open = indexedDB.open(found?.name ?? "");
      await new Promise((resolve) => Object.assign(open, { onsuccess: resolve }));
      const writing = open.result.transaction("known", "readwrite");
      writing.objectStore("known").put({ key, value });
      await new Promise((resolve) => Object.assign(writing, { oncomplete: resolve }));
      open.result.close();
    },
    { key, value },
  );

test("after a month without the server the phone is for reading, until it has met it once", async ({
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
  await page.goto(`/en/field/workshops/${workshop}/pledges`);
  await expect(page.getByRole("button", { name: "+ Health centre" })).toBeEnabled();
  await expect(page.locator(".sync.ok")).toBeVisible({ timeout: 30_000 });
  await context.setOffline(true);
  const stored = () =>
    page.evaluate(async () => {
      const found = (await indexedDB.databases()).find(({ name }) => name?.startsWith("connect-"));
      const open = indexedDB.open(found?.name ?? "");
      await new Promise((resolve) => Object.assign(open, { onsuccess: resolve }));
      const away = open.result.transaction("known").objectStore("known").get("away");
      await new Promise((resolve) => Object.assign(away, { onsuccess: resolve }));
      open.result.close();
      return away.result?.value;
    });
  // A round that was under way when the network went may still write down when it met the server.
  await expect(async () => {
    await setKnown(page, "away", { ...(await stored()), awayMs: 31 * 86_400_000 });
    await page.reload();
    await expect(page.getByText("has not met the server for 31 days")).toBeVisible();
  }).toPass({ timeout: 60_000 });
  await expect(page.getByRole("button", { name: "+ Health centre" })).toBeDisabled();
  await page.goto("/en/field/villages");
  await page.getByLabel("Find a village").fill("a");
  await context.setOffline(false);
  await expect(page.getByText("Only reading for now")).toHaveCount(0, { timeout: 60_000 });
  await page.goto(`/en/field/workshops/${workshop}/pledges`);
  await expect(page.getByRole("button", { name: "+ Health centre" })).toBeEnabled();
});

test("the poster is made on the phone: printed, or saved as a picture, with no network", async ({
  page,
  context,
  signedIn,
  owner,
}) => {
  test.slow();
  const refused = watchPolicy(page);
  await signedIn(facilitator);
  await firstVisit(page, "lo");
  const [plan] = await owner`
    select p.id, v.name_lo, (select a.what from actions a where a.plan_id = p.id and a.deleted_at is null limit 1) as what
    from plans p join places v on v.id = p.village_id join places d on d.id = p.district_id
    join assignments a on a.place_id = d.id join users u on u.id = a.user_id and u.login = ${facilitator}
    where p.deleted_at is null and consent_stands(p.workshop_id, 'display', current_date)
    order by (select count(*) from actions a where a.plan_id = p.id) desc limit 1`;
  await pulled(page, plan?.id);
  await context.setOffline(true);
  await page.goto(`/lo/field/plans/${plan?.id}/poster`);
  const sheets = page.getByTestId("poster-sheet");
  await expect(sheets.first()).toContainText(plan?.name_lo);
  await expect(sheets.nth(1)).toContainText(plan?.what);
  await expectAccessible(page);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(360);
  const saving = page.waitForEvent("download");
  await page.getByRole("button", { name: "ບັນທຶກເປັນຮູບພາບ" }).click();
  const picture = readFileSync(await (await saving).path());
  // Two dots for each CSS pixel of an A4 page, and more on it than paper.
  expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([1588, 2246]);
  expect(picture.length).toBeGreaterThan(100_000);
  expect(refused).toEqual([]);
});

test("the map of my villages goes along: told how large, kept, read with the server dead, deleted", async ({
  owner,
}) => {
  test.slow();
  const application = new OwnApplication();
  const folder = mkdtempSync(join(tmpdir(), "connect-map-"));
  process.env.BASEMAP_PMTILES = join(folder, "map.pmtiles");
  writeFileSync(process.env.BASEMAP_PMTILES, smallestMap());
  const context = await launch(join(folder, "phone"));
  try {
    await application.start();
    const baseURL = application.address;
    await signIn({ owner, context, baseURL, who: facilitator });
    const page = await context.newPage();
    await page.goto(`${baseURL}/en/field`);
    await onDevice(page);
    const [map] = await owner`
      select m.id, m.workshop_id from maps m join places d on d.id = m.district_id
      join assignments a on a.place_id = d.id join users u on u.id = a.user_id and u.login = ${facilitator}
      where m.base = 'geo' and m.deleted_at is null limit 1`;
    await pulled(page, map?.id);
    await page.goto(`${baseURL}/en/field/me`);
    await page.getByRole("button", { name: "How much is it?" }).click();
    await expect(page.getByText(/B for my villages/)).toBeVisible();
    await page.getByRole("button", { name: "Keep it on this phone" }).click();
    await expect(page.getByRole("button", { name: "Delete it from this phone" })).toBeVisible();
    await application.kill();
    await page.goto(`${baseURL}/en/field/workshops/${map?.workshop_id}/map/${map?.id}`);
    const drawn = () =>
      page
        .locator(".leaflet-tile")
        .evaluateAll((tiles) => tiles.some((tile) => (tile as HTMLImageElement).naturalWidth === 256));
    await expect.poll(drawn, { timeout: 45_000 }).toBe(true);
    await page.goto(`${baseURL}/en/field/me`);
    await page.getByRole("button", { name: "Delete it from this phone" }).click();
    await expect(page.getByRole("button", { name: "Delete it from this phone" })).toHaveCount(0);
    expect(await page.evaluate(() => caches.has("connect-map"))).toBe(false);
  } finally {
    delete process.env.BASEMAP_PMTILES;
    await context.close();
    await application.kill();
    rmSync(folder, { recursive: true, force: true });
  }
});
