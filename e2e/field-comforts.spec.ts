import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { expectAccessible } from "./axe";
import { expect, type Owner, test } from "./fixtures";

type Made = { kind: string; subject: string; place: string; fields: object; base?: object };

/** Changes as another phone would have sent them; answers with their ids. */
async function send(page: Page, made: readonly Made[]): Promise<string[]> {
  const madeAt = new Date().toISOString();
  const changes = made.map((one) => ({ base: {}, ...one, id: randomUUID(), device: null, madeAt }));
  const answer = await page.request.post("/api/sync", { data: { device: null, epoch: null, changes } });
  expect((await answer.json()).answers).toHaveLength(changes.length);
  return changes.map(({ id }) => id);
}

/** A village of Pakxan of which it is known how many women live there. */
async function aVillage(owner: Owner): Promise<string> {
  const [row] = await owner`
    select p.village_id as id from village_profiles p join users u on u.login = 'facilitator.pakxan'
    join assignments a on a.user_id = u.id and a.place_id = p.district_id
    where p.females > 20 and p.deleted_at is null limit 1`;
  return String(row?.id);
}

async function aWorkshop(page: Page, place: string): Promise<string> {
  const subject = randomUUID();
  const fields = { module: "3", level: "village", status: "under_way", startDate: "2026-11-20" };
  await send(page, [{ kind: "workshop.record", subject, place, fields }]);
  return subject;
}

test("a first visit says that it fetches, and the step bar leads anywhere", async ({
  page,
  signedIn,
  owner,
}) => {
  await signedIn("facilitator.pakxan");
  const workshop = await aWorkshop(page, await aVillage(owner));
  await page.addInitScript(() => {
    const seen = window as unknown as { titles: Set<string> };
    seen.titles = new Set();
    const look = () => seen.titles.add(document.querySelector("h1")?.textContent ?? "");
    new MutationObserver(look).observe(document, { childList: true, subtree: true, characterData: true });
  });
  await page.goto(`/en/field/workshops/${workshop}/people`);
  await expect(page.getByRole("button", { name: "Add a kind of people" })).toBeVisible({ timeout: 30_000 });
  const titles = await page.evaluate(() => [...(window as unknown as { titles: Set<string> }).titles]);
  expect(titles).not.toContain("This is not on this phone");

  const steps = page.getByRole("navigation", { name: "Steps", exact: true });
  await expect(steps.getByRole("link")).toHaveCount(8);
  await steps.getByRole("link").nth(2).click();
  await expect(page).toHaveURL(new RegExp(`${workshop}/map$`));
  await expect(steps.getByRole("link").nth(2)).toHaveAttribute("aria-current", "step");
  await expectAccessible(page);
});

test("who has not been heard stands on the way to the next step", async ({ page, signedIn, owner }) => {
  await signedIn("facilitator.pakxan");
  const place = await aVillage(owner);
  const workshop = await aWorkshop(page, place);
  const tally = { workshopId: workshop, sex: "male", ageBand: "25to49", role: "villager", people: 12 };
  const fields = { ...tally, device: randomUUID() };
  await send(page, [{ kind: "attendance.record", subject: randomUUID(), place, fields }]);
  await page.goto(`/en/field/workshops/${workshop}/people`);
  await expect(page.getByRole("link", { name: /^Next: opening/ })).toContainText(/Not heard yet: /);
  await expectAccessible(page);
});

test("going back comes back to where the list was", async ({ page, signedIn }) => {
  await signedIn("facilitator.pakxan");
  await page.goto("/en/field/villages");
  const rows = page.locator("ul.card.list li");
  await expect(rows.nth(15)).toBeVisible({ timeout: 30_000 });
  // What still arrives moves the rows.
  await expect(page.locator(".sync.ok")).toBeVisible({ timeout: 30_000 });
  const before = await rows
    .nth(14)
    .getByRole("link")
    .evaluate((link: HTMLElement) => {
      scrollTo(0, 700);
      const there = scrollY;
      link.click();
      return there;
    });
  expect(before).toBeGreaterThan(300);
  await expect(page).toHaveURL(/villages\/[0-9a-f-]{36}$/);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeLessThan(before / 2);
  await page.goBack();
  await expect(rows.nth(14)).toBeVisible();
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(before - 100);
  expect(await page.evaluate(() => scrollY)).toBeLessThan(before + 100);
});

test("a plan says in which months the village is visited", async ({ page, signedIn, owner }) => {
  await signedIn("facilitator.pakxan");
  const workshop = await aWorkshop(page, await aVillage(owner));
  await page.goto(`/en/field/workshops/${workshop}/plan`);
  await page.getByRole("button", { name: "Make the plan" }).click();
  await expect(page.getByRole("button", { name: "3 months" })).toHaveAttribute("aria-pressed", "true");
  await page.getByRole("button", { name: "12 months" }).click();
  const months = async () =>
    (await owner`select visit_offsets from plans where workshop_id = ${workshop}`)[0]?.visit_offsets;
  await expect.poll(months, { timeout: 30_000 }).toEqual([3, 6, 12]);
  await expectAccessible(page);
});

test("two places for one thing on the map are shown as pictures", async ({
  page,
  signedIn,
  pageAs,
  owner,
}) => {
  await signedIn("health.pakxan");
  const place = await aVillage(owner);
  const workshopId = await aWorkshop(page, place);
  const [mapId, subject] = [randomUUID(), randomUUID()];
  const at = (x: number, y: number) => ({ type: "Point", coordinates: [x, y], space: "geo" });
  const map = { kind: "map.record", subject: mapId, place, fields: { workshopId, base: "geo" } };
  const school = { mapId, category: "school", season: "all", sensitive: false };
  const drawn = { kind: "feature.record", subject, place, fields: { ...school, geometry: at(103.65, 18.4) } };
  const [, base] = await send(page, [map, drawn]);
  const moved = (x: number) => ({
    ...{ kind: "feature.record", subject, place, base: { geometry: base } },
    fields: { geometry: at(x, 18.401) },
  });
  await send(await pageAs("facilitator.pakxan"), [moved(103.651)]);
  await send(page, [moved(103.66)]);
  await page.goto("/en/field/outbox");
  const card = page.locator("section.card", { hasText: "103.66" });
  await expect(card.locator(".shape-sketch")).toHaveCount(2, { timeout: 30_000 });
  await expect(card.getByText("A point at 18.401000, 103.660000")).toBeVisible();
  await expectAccessible(page);
});
