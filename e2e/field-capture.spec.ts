import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { expectAccessible, watchPolicy } from "./axe";
import { expect, type Owner, test } from "./fixtures";
import { onDevice } from "./phone";

const facilitator = "facilitator.pakxan";

async function openHome(page: Page, locale: "lo" | "en" = "en") {
  await page.goto(`/${locale}/field`);
  await expect(page.locator("nav.tabs4")).toBeVisible();
  expect(await onDevice(page)).toContain("/offline/worker.js");
  // The phone knows its villages: the first answer of the server has arrived.
  await page.goto(`/${locale}/field/villages`);
  await expect(page.locator("ul.card.list li").first()).toBeVisible({ timeout: 30_000 });
}

/** A village of the district where nothing has been recorded, found as a person finds it. */
async function openEmptyVillage(page: Page, owner: Owner): Promise<string> {
  const [village] = await owner`
    select v.id, v.name_lo from places v join places d on d.id = v.district_id
    join assignments a on a.place_id = d.id join users u on u.id = a.user_id and u.login = ${facilitator}
    where v.level = 'village' and not exists (select from workshops w where w.village_id = v.id)
      and 1 = (select count(*) from places o where o.district_id = v.district_id and o.name_lo = v.name_lo)
    order by random() limit 1`;
  await page.getByLabel("Find a village").fill(String(village?.name_lo));
  await page.locator(`a[href$="${village?.id}"]`).click();
  await expect(page.getByText("No workshop here yet")).toBeVisible();
  return String(village?.id);
}

async function startWorkshop(page: Page): Promise<string> {
  await page.getByRole("button", { name: "Start a workshop" }).click();
  await page.getByRole("button", { name: "Begin", exact: true }).click();
  await page.waitForURL(/\/field\/workshops\/[0-9a-f-]{36}$/);
  return page.url().slice(-36);
}

/** The server has the workshop, not only the phone. */
const arrived = (owner: Owner, workshop: string) =>
  expect
    .poll(() => owner`select 1 from workshops where id = ${workshop}`, { timeout: 30_000 })
    .toHaveLength(1);
const received = (page: Page) => expect(page.locator(".sync.ok")).toBeVisible({ timeout: 30_000 });

test("a workshop is recorded with quick taps and arrives whole", async ({ page, signedIn, owner }) => {
  test.slow();
  const refused = watchPolicy(page);
  await signedIn(facilitator);
  await openHome(page);
  await openEmptyVillage(page, owner);
  const workshop = await startWorkshop(page);

  await page.getByRole("link", { name: /Continue: count the people/ }).click();
  await page.getByRole("button", { name: "Add a kind of people" }).click();
  await page.getByRole("button", { name: "Add and count one" }).click();
  const more = page.getByRole("button", { name: /^More: Villager/ });
  for (let tap = 0; tap < 6; tap++) await more.click();
  await expect(page.getByRole("textbox", { name: /^Villager/ })).toHaveValue("7");

  await page.getByRole("link", { name: "Next: opening" }).click();
  await page.getByRole("checkbox", { name: "Opening game" }).check();
  await page
    .getByRole("radiogroup")
    .or(page.getByRole("group", { name: /Show map and plan/ }))
    .getByText("Yes")
    .click();

  await page.goto(`/en/field/workshops/${workshop}/pledges`);
  await page.getByRole("button", { name: "+ Health centre" }).click();
  await page.getByLabel("What is promised").fill("Outreach every Monday");
  await page.getByRole("link", { name: "Next: overview" }).click();
  const pledges = () => owner`select 1 from commitments where workshop_id = ${workshop} and text <> ''`;
  await expect.poll(pledges, { timeout: 30_000 }).toHaveLength(1);

  const [people] = await owner`select people from attendance_tallies where workshop_id = ${workshop}`;
  expect(people?.people).toBe(7);
  const [pledge] = await owner`select party, text from commitments where workshop_id = ${workshop}`;
  expect(pledge).toEqual({ party: "hc", text: "Outreach every Monday" });
  const [consent] = await owner`select use, given from consents where workshop_id = ${workshop}`;
  expect(consent).toEqual({ use: "display", given: true });
  expect(refused).toEqual([]);
});

test("with the server out of reach work goes on, is counted, and leaves by itself afterwards", async ({
  page,
  context,
  signedIn,
  owner,
}) => {
  test.slow();
  await signedIn(facilitator);
  await openHome(page);
  await openEmptyVillage(page, owner);
  await context.setOffline(true);
  const workshop = await startWorkshop(page);
  await page.getByLabel("Where in the village").fill("ວັດ");
  await page.getByRole("link", { name: /To send/ }).click();
  await expect(page.locator(".badge")).toContainText("1");
  await expect(page.getByText("Saved on this phone").first()).toBeVisible();
  expect(await owner`select 1 from workshops where id = ${workshop}`).toHaveLength(0);

  await context.setOffline(false);
  await arrived(owner, workshop);
  await received(page);
  await expect(page.locator(".badge")).toHaveCount(0);
  const rows = await owner`select venue from workshops where id = ${workshop}`;
  expect(rows).toEqual([{ venue: "ວັດ" }]);
});

test("two people change one field: both values are shown, the office decides", async ({
  page,
  context,
  signedIn,
  owner,
  pageAs,
}) => {
  test.slow();
  await signedIn(facilitator);
  await openHome(page);
  const place = await openEmptyVillage(page, owner);
  const workshop = await startWorkshop(page);
  await arrived(owner, workshop);
  await context.setOffline(true);
  const other = await pageAs("health.pakxan");
  const boot = await (await other.request.get("/api/field/bootstrap")).json();
  expect(boot.me.verbs).toContain("conflict.resolve");
  const change = { kind: "workshop.record", subject: workshop, place, base: {}, device: null };
  const sent = { ...change, id: randomUUID(), fields: { venue: "ໂຮງຮຽນ" }, madeAt: new Date().toISOString() };
  const post = { device: null, epoch: null, changes: [sent] };
  const taken = await (await other.request.post("/api/sync", { data: post })).json();
  expect(["accepted", "merged"]).toContain(taken.answers[0].status);

  await page.getByLabel("Where in the village").fill("ວັດ");
  await context.setOffline(false);
  const conflict = () => owner`select 1 from subjects where id = ${workshop} and conflicts <> '{}'`;
  await expect.poll(conflict, { timeout: 30_000 }).toHaveLength(1);
  await expect(page.locator(".sync")).toContainText("needs you", { timeout: 30_000 });
  await page.goto("/en/field/outbox");
  await expect(page.getByText("The district health office decides").first()).toBeVisible();

  await openHome(other);
  await other.goto("/en/field/outbox");
  const [village] = await owner`select name_lo from places where id = ${place}`;
  const card = other.locator("section.card").filter({ hasText: String(village?.name_lo) });
  await expect(card.getByText("Two people changed the same thing")).toBeVisible({ timeout: 30_000 });
  await card.getByRole("radio", { name: /ວັດ/ }).check();
  await card.getByRole("button", { name: "Use ວັດ" }).click();
  const venue = async () => (await owner`select venue from workshops where id = ${workshop}`)[0]?.venue;
  await expect.poll(venue, { timeout: 30_000 }).toBe("ວັດ");
});

test("signed out, the screens say so; another district's records never come", async ({
  page,
  signedIn,
  pageAs,
  owner,
}) => {
  const nobody = await pageAs(null);
  await nobody.goto("/en/field");
  await expect(nobody.getByRole("link", { name: "Sign in" })).toBeVisible();
  expect((await nobody.request.get("/api/sync")).status()).toBe(401);
  await signedIn("facilitator.phaoudom");
  const [pakxan] =
    await owner`select place_id as id from assignments a join users u on u.id = a.user_id where login = ${facilitator}`;
  expect((await page.request.get(`/api/sync?district=${pakxan?.id}`)).status()).toBe(403);
  const boot = await (await page.request.get("/api/field/bootstrap")).text();
  expect(boot).not.toContain(pakxan?.id);
});

for (const locale of ["lo", "en"] as const) {
  test(`capture screens are accessible in ${locale}`, async ({ page, signedIn, owner }) => {
    test.slow();
    await signedIn(facilitator);
    await openHome(page, locale);
    const [held] = await owner`
      select w.id, w.village_id from workshops w join places d on d.id = w.district_id
      join assignments a on a.place_id = d.id join users u on u.id = a.user_id and u.login = ${facilitator}
      where w.deleted_at is null and w.start_date < current_date - 14 order by w.start_date limit 1`;
    const workshop = `workshops/${held?.id}`;
    const paths = [
      "",
      "/villages",
      `/villages/${held?.village_id}`,
      "/outbox",
      "/me",
      "/visits",
      `/${workshop}`,
    ];
    for (const path of [
      ...paths,
      ...["people", "opening", "pledges"].map((step) => `/${workshop}/${step}`),
    ]) {
      await page.goto(`/${locale}/field${path}`);
      await expect(page.locator("nav.tabs4, .foot")).toBeVisible();
      await expect(page.locator(".skeleton")).toHaveCount(0);
      // The whole page at once: a button half under the footer is a place to scroll from, not a small target.
      await page.setViewportSize({ width: 360, height: 5000 });
      await expectAccessible(page);
      await page.setViewportSize({ width: 360, height: 740 });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(wide, `${path} scrolls sideways`).toBeLessThanOrEqual(360);
    }
  });
}
