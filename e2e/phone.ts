import { type BrowserContext, chromium, expect, type Page, test } from "@playwright/test";
import type { Owner } from "./fixtures";
import { tellPageErrors } from "./page-errors";

export const facilitator = "facilitator.pakxan";

/** All of the capture screens are on the device: the worker is active only once it has every file. */
export const onDevice = (page: Page) =>
  page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready;
    return active?.scriptURL;
  });

/** A first visit with network, until the phone knows the villages. */
export async function firstVisit(page: Page, locale: "lo" | "en" = "en") {
  await page.goto(`/${locale}/field`);
  await expect(page.locator("nav.tabs4")).toBeVisible();
  await page.locator("nav.tabs4 a").nth(1).click();
  await expect(page.locator("ul.card.list li").first()).toBeVisible({ timeout: 30_000 });
  expect(await onDevice(page)).toContain("/offline/worker.js");
}

/** One of the demonstration: what other journeys begin today may go again. */
export async function heldWorkshop(owner: Owner): Promise<string> {
  const [row] = await owner`
    select w.id from workshops w join places d on d.id = w.district_id
    join assignments a on a.place_id = d.id join users u on u.id = a.user_id and u.login = ${facilitator}
    join plans p on p.workshop_id = w.id where w.deleted_at is null and w.start_date < current_date - 14
    order by w.start_date desc limit 1`;
  return String(row?.id);
}

/** The phone has pulled this record, not only the list of villages. */
export const pulled = (page: Page, id: string) =>
  expect
    .poll(
      () =>
        page.evaluate(async (subject) => {
          const found = (await indexedDB.databases()).find(({ name }) => name?.startsWith("connect-"));
          const open = indexedDB.open(found?.name ?? "");
          await new Promise((resolve) => Object.assign(open, { onsuccess: resolve }));
          const count = open.result.transaction("records").objectStore("records").index("id").count(subject);
          await new Promise((resolve) => Object.assign(count, { onsuccess: resolve }));
          open.result.close();
          return count.result;
        }, id),
      { timeout: 30_000 },
    )
    .toBe(1);

export const launch = async (profile: string) => {
  const { launchOptions, viewport } = test.info().project.use;
  const context = await chromium.launchPersistentContext(profile, {
    ...launchOptions,
    viewport,
    locale: "lo",
  });
  tellPageErrors(context);
  return context;
};

export async function restarted(before: BrowserContext, profile: string): Promise<Page> {
  await before.close();
  const context = await launch(profile);
  return context.pages()[0] ?? context.newPage();
}

/** What was typed stands in the outbox, not only in what the page writes down at every keystroke. */
export const inOutbox = (page: Page, text: string) =>
  expect
    .poll(() =>
      page.evaluate(async () => {
        const found = (await indexedDB.databases()).find(({ name }) => name?.startsWith("connect-"));
        const open = indexedDB.open(found?.name ?? "");
        await new Promise((resolve) => Object.assign(open, { onsuccess: resolve }));
        const all = open.result.transaction("outbox").objectStore("outbox").getAll();
        await new Promise((resolve) => Object.assign(all, { onsuccess: resolve }));
        open.result.close();
        return JSON.stringify(all.result);
      }),
    )
    .toContain(text);

/** Writes down one more promise of the health centre; it stands in the outbox when this returns. */
export async function promise(page: Page, text: string): Promise<void> {
  const more = page.getByRole("button", { name: "+ Health centre" });
  const group = page.locator("section").filter({ has: page.getByRole("heading", { name: "Health centre" }) });
  const promises = group.getByLabel("What is promised");
  await expect(more).toBeVisible();
  const known = await promises.count();
  await more.click();
  await expect(promises).toHaveCount(known + 1);
  // The last of its party: other parties stand below, and two phones that write in one of theirs are in conflict.
  await promises.last().fill(text);
  await inOutbox(page, text);
}
