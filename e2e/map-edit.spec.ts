import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { expectAccessible } from "./axe";
import { expect, test } from "./fixtures";
import { aWorkshop, newMap, open, received, subtitle, symbol, tap } from "./map-steps";

/** One finger from one place of the map to another. */
async function drag(page: Page, from: [x: number, y: number], to: [x: number, y: number]) {
  const box = await page.locator(".map-ground").boundingBox();
  const at = ([x, y]: [number, number]) => [(box?.x ?? 0) + x, (box?.y ?? 0) + y] as const;
  await page.mouse.move(...at(from));
  await page.mouse.down();
  await page.mouse.move(...at(to), { steps: 6 });
  await page.mouse.up();
}

test("things and their corners are dragged, a map is deleted, and all of it can be taken back", async ({
  page,
  signedIn,
  owner,
}) => {
  test.slow();
  await signedIn("facilitator.pakxan");
  const workshopId = await aWorkshop(page);
  await open(page, `${workshopId}/map`);
  await newMap(page, "Sketch");
  const stored = async (category: string) => {
    const rows = await owner`select f.geometry from map_features f join maps m on m.id = f.map_id
      where m.workshop_id = ${workshopId} and f.category = ${category} and f.deleted_at is null`;
    return rows.map(({ geometry }) => geometry.coordinates);
  };
  const kept = (category: string) => expect.poll(() => stored(category), { timeout: 30_000 });

  await symbol(page, "School");
  await tap(page, [120, 200]);
  await expect(page.getByRole("heading", { name: "School" })).toBeVisible();
  await kept("school").toHaveLength(1);
  const [[x, y]] = await stored("school");
  await drag(page, [120, 200], [180, 240]);
  await kept("school").toEqual([[expect.any(Number), expect.any(Number)]]);
  await expect
    .poll(async () => (await stored("school"))[0][0] - x, { timeout: 30_000 })
    .toBeGreaterThan(0.05);
  expect((await stored("school"))[0][1]).toBeGreaterThan(y);
  await subtitle(page, "1 thing");
  await page.getByRole("button", { name: "Undo" }).click();
  await kept("school").toEqual([[x, y]]);

  await symbol(page, "River or stream");
  await tap(page, [60, 120], [150, 130], [260, 110]);
  await page.getByRole("button", { name: "Finish", exact: true }).click();
  await page.getByRole("button", { name: "Stop drawing" }).click();
  await kept("river").toHaveLength(1);
  const [line] = await stored("river");
  await drag(page, [150, 130], [170, 260]);
  await expect
    .poll(async () => (await stored("river"))[0][1][1], { timeout: 30_000 })
    .toBeGreaterThan(line[1][1]);
  expect([(await stored("river"))[0][0], (await stored("river"))[0][2]]).toEqual([line[0], line[2]]);
  await page.getByRole("button", { name: "Undo" }).click();
  await kept("river").toEqual([line]);
  // Beside the handles a finger moves the map, not what lies on it.
  await drag(page, [300, 300], [250, 250]);
  await subtitle(page, "2 things");
  await page.getByText("Files: GeoJSON, KML, GPX").click();
  await expect(page.getByRole("button", { name: "KML" })).toBeVisible();
  await expectAccessible(page);
  await received(page);
  expect(await stored("river")).toEqual([line]);

  await open(page, `${workshopId}/map`);
  const card = page.getByRole("link", { name: /Everyone together/ });
  await page.getByRole("button", { name: "Delete this map" }).click();
  await expect(card).toBeHidden();
  const maps = () => owner`select 1 from maps where workshop_id = ${workshopId} and deleted_at is null`;
  await expect.poll(maps, { timeout: 30_000 }).toHaveLength(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(card).toBeVisible();
  await expect.poll(maps, { timeout: 30_000 }).toHaveLength(1);
});

test("the office takes a map out as a file where it looks at it, and brings one in", async ({
  page,
  signedIn,
  pageAs,
  owner,
}) => {
  await signedIn("health.pakxan");
  const workshopId = await aWorkshop(page);
  const mapId = randomUUID();
  const [row] = await owner`select village_id from workshops where id = ${workshopId}`;
  const place = row?.village_id;
  const change = { id: randomUUID(), kind: "map.record", subject: mapId, place, base: {}, device: null };
  const fields = { workshopId, base: "geo" };
  const changes = [{ ...change, fields, madeAt: new Date().toISOString() }];
  await page.request.post("/api/sync", { data: { device: null, epoch: null, changes } });
  const address = `/en/places/${place}/map?workshop=${workshopId}`;
  await page.goto(address);
  await page.getByText("Files: GeoJSON, KML, GPX").click();
  const market = { type: "Point", coordinates: [103.65, 18.4] };
  const file = {
    type: "FeatureCollection",
    features: [{ type: "Feature", geometry: market, properties: {} }],
  };
  await page.locator("input[type=file]").setInputFiles({
    name: "market.geojson",
    mimeType: "application/geo+json",
    buffer: Buffer.from(JSON.stringify(file)),
  });
  await expect(page.getByText("1 thing was added.")).toBeVisible();
  await expectAccessible(page);
  const out = page.waitForEvent("download");
  await page.getByRole("link", { name: "GeoJSON", exact: true }).click();
  const taken = Buffer.concat(await (await (await out).createReadStream()).toArray()).toString();
  expect(JSON.parse(taken).features).toHaveLength(1);

  const governor = await pageAs("governor.pakxan");
  await governor.goto(address);
  await governor.getByText("Files: GeoJSON, KML, GPX").click();
  await expect(governor.getByRole("link", { name: "GeoJSON", exact: true })).toBeVisible();
  await expect(governor.getByRole("link", { name: /sensitive/ })).toHaveCount(0);
  await expect(governor.locator("input[type=file]")).toHaveCount(0);
});
