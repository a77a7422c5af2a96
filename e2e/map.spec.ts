import { randomUUID } from "node:crypto";
import sharp from "sharp";
import { expectAccessible, watchPolicy } from "./axe";
import { expect, test } from "./fixtures";
import { aWorkshop, newMap, open, received, subtitle, symbol, tap } from "./map-steps";

/** A photo of a paper map as a phone takes it: larger than is kept, and telling where it was taken. */
const paperMap = () =>
  sharp({ create: { width: 3000, height: 2000, channels: 3, background: "#f4ead2" } })
    .withExif({
      IFD3: {
        GPSLatitudeRef: "N",
        GPSLatitude: "18/1 23/1 0/1",
        GPSLongitudeRef: "E",
        GPSLongitude: "103/1 40/1 0/1",
      },
    })
    .jpeg()
    .toBuffer();

test("a map is drawn by tapping and typing, and every step can be taken back", async ({ page, signedIn }) => {
  test.slow();
  const refused = watchPolicy(page);
  await signedIn("facilitator.pakxan");
  const workshopId = await aWorkshop(page);
  await open(page, `${workshopId}/map`);
  await newMap(page, "The land");

  await symbol(page, "School");
  await tap(page, [120, 160]);
  await expect(page.getByRole("heading", { name: "School" })).toBeVisible();
  await symbol(page, "River or stream");
  await tap(page, [60, 300], [150, 280], [240, 250]);
  await page.getByRole("button", { name: "Finish", exact: true }).click();
  await symbol(page, "Area with pregnant women, never a house");
  await tap(page, [200, 120]);
  await expect(page.getByText(/never appear on the poster/)).toBeVisible();
  await subtitle(page, "3 things");
  await expectAccessible(page);

  await page.getByRole("button", { name: "Details" }).click();
  await expect(page.getByRole("checkbox", { name: /^Sensitive/ })).toBeChecked();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Close", exact: true }).click();
  await page.getByRole("button", { name: "Undo" }).click();
  await subtitle(page, "2 things");
  await page.getByRole("button", { name: "Do again" }).click();
  await subtitle(page, "3 things");

  await page.getByRole("button", { name: "See as a list" }).click();
  await page.getByLabel("Symbol", { exact: true }).selectOption({ label: "Market" });
  await page.getByLabel("Latitude, longitude, one place a line").fill("18.4012, 103.6503");
  await page.getByLabel("Latitude, longitude, one place a line").blur();
  await page.getByRole("button", { name: "Add to the map" }).click();
  await subtitle(page, "4 things");
  await page.getByRole("button", { name: "Delete School" }).click();
  await subtitle(page, "3 things");
  await expectAccessible(page);

  await received(page);
  const out = page.waitForEvent("download");
  await page.getByRole("button", { name: "KML" }).click();
  const kml = await (await (await out).createReadStream()).toArray();
  expect(Buffer.concat(kml).toString()).toContain("market");
  expect(Buffer.concat(kml).toString()).not.toContain("care_pregnant");
  expect(refused).toEqual([]);
});

test("a paper map is laid on the land, covered, and shown to nobody else", async ({
  page,
  signedIn,
  pageAs,
  owner,
}) => {
  test.slow();
  await signedIn("facilitator.pakxan");
  const workshopId = await aWorkshop(page);
  await open(page, `${workshopId}/map`);
  await newMap(page, "Paper map on the land", await paperMap());
  await page.getByRole("button", { name: /two at least/ }).click();
  for (const [n, [share, land]] of (
    [
      ["10 10", "18.4100, 103.6500"],
      ["90 10", "18.4100, 103.6600"],
      ["90 90", "18.4030, 103.6600"],
      ["10 90", "18.4020, 103.6500"],
    ] as const
  ).entries()) {
    await page.getByLabel("On the photo: per cent").fill(share);
    await page.getByLabel("Latitude, longitude").fill(land);
    await page.getByRole("button", { name: "Keep this point" }).click();
    await expect(page.getByText(`Point ${n + 1}`)).toBeVisible();
  }
  await expectAccessible(page);
  await page.getByRole("button", { name: "Close", exact: true }).click();
  await expect(page.getByRole("button", { name: /^4 points, off by \d+ m$/ })).toBeVisible();
  await expect(page.locator(".map-photo")).toBeVisible();

  await open(page, `${workshopId}/map`);
  await page.getByRole("button", { name: "Cover what must not be seen" }).click();
  await page.getByRole("button", { name: "Add a box" }).click();
  await page.getByRole("button", { name: "Wider" }).click();
  await expect(page.getByRole("button", { name: "Make the covered copy" })).toBeDisabled();
  await page.getByRole("checkbox", { name: /I have looked/ }).check();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Make the covered copy" }).click();
  await expect(page.getByText(/The covered copy is saved/)).toBeVisible();
  await page.getByRole("button", { name: "Close", exact: true }).last().click();

  const stored = () =>
    owner`select id, sensitive from photos where workshop_id = ${workshopId} and stored_at is not null`;
  await expect.poll(async () => (await stored()).length, { timeout: 30_000 }).toBe(2);
  const photos = await stored();
  const original = photos.find(({ sensitive }) => sensitive)?.id;
  const copy = photos.find(({ sensitive }) => !sensitive)?.id;
  const picture = await page.request.get(`/api/media/${original}`);
  const { width, exif } = await sharp(await picture.body()).metadata();
  expect(width).toBe(2400);
  expect(exif).toBeUndefined();
  const covered = await sharp(await (await page.request.get(`/api/media/${copy}`)).body()).stats();
  expect(covered.channels[0]?.min).toBeLessThan(10);

  const governor = await pageAs("governor.pakxan");
  expect((await governor.request.get(`/api/media/${original}`)).status()).toBe(404);
  expect((await governor.request.get(`/api/media/${copy}`)).status()).toBe(200);
  for (const who of ["governor.phaoudom", "facilitator.phaoudom", null]) {
    const stranger = await pageAs(who);
    for (const id of [original, copy]) {
      const answer = await stranger.request.get(`/api/media/${id}`);
      expect(answer.status()).toBe(who ? 404 : 401);
      expect(answer.headers()["content-type"]).toContain("application/json");
    }
  }
});

test("two groups' maps stand side by side, with what only one of them has", async ({ page, signedIn }) => {
  await signedIn("facilitator.pakxan");
  const workshopId = await aWorkshop(page);
  for (const name of ["School", "Market"]) {
    await open(page, `${workshopId}/map`);
    await newMap(page, "Sketch");
    await symbol(page, name);
    await tap(page, [150, 200]);
    await expect(page.getByRole("heading", { name })).toBeVisible();
  }
  await open(page, `${workshopId}/map`);
  await page.getByRole("link", { name: "Compare groups" }).click();
  await expect(page.getByRole("definition").first()).toHaveText("School");
  await expect(page.getByRole("definition").nth(1)).toHaveText("Market");
  await expectAccessible(page);
});

test("an administrator adds a symbol that facilitators then have", async ({ page, signedIn, pageAs }) => {
  await signedIn("admin");
  await page.goto("/en/admin/vocabularies");
  await expectAccessible(page);
  const id = `mill_${randomUUID().slice(0, 8)}`;
  await page.getByText("Add a symbol").click();
  const form = page.locator("details.card").first();
  await form.getByLabel("Short name in files").fill(id);
  await form.getByLabel("Lao word").fill("ໂຮງສີເຂົ້າ");
  await form.getByLabel("English word").fill(`Rice mill ${id}`);
  await form.getByRole("button", { name: "Save the symbol" }).click();
  await expect(page.getByText(`Rice mill ${id}`).first()).toBeVisible();

  const facilitator = await pageAs("facilitator.pakxan");
  const boot = await (await facilitator.request.get("/api/field/bootstrap")).json();
  expect(boot.categories.map((one: { id: string }) => one.id)).toContain(id);
  expect((await facilitator.goto("/en/admin/vocabularies"))?.status()).toBe(403);
});
