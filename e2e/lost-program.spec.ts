import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { facilitator } from "./phone";

// No worker: what a phone asks for while its worker sleeps goes to a network that is not there.
test.use({ serviceWorkers: "block" });

/** Parts of the program that are asked for from now on do not come this many times each; the framework itself asks twice. */
async function losing(page: Page, times: number): Promise<() => void> {
  const asked = new Map<string, number>();
  let lost = times;
  await page.route("**/_next/static/chunks/*.js", (route) => {
    const url = route.request().url();
    const before = asked.get(url) ?? 0;
    asked.set(url, before + 1);
    return before < lost ? route.abort() : route.continue();
  });
  return () => {
    lost = 0;
  };
}

const villages = (page: Page) => page.locator("ul.card.list li").first();

test("a screen whose program does not come at first comes a little later", async ({ page, signedIn }) => {
  await signedIn(facilitator);
  await page.goto("/lo/field");
  await expect(page.locator("nav.tabs4")).toBeVisible();
  await losing(page, 2);
  await page.locator("nav.tabs4 a").nth(1).click();
  await expect(villages(page)).toBeVisible({ timeout: 40_000 });
});

test("where it does not come at all, the error page's button loads the screen afresh", async ({
  page,
  signedIn,
}) => {
  test.slow();
  await signedIn(facilitator);
  await page.goto("/lo/field");
  await expect(page.locator("nav.tabs4")).toBeVisible();
  const found = await losing(page, 99);
  await page.locator("nav.tabs4 a").nth(1).click();
  const again = page.getByRole("button", { name: /ລອງ/ });
  await expect(again).toBeVisible({ timeout: 60_000 });
  found();
  await again.click();
  await expect(villages(page)).toBeVisible({ timeout: 40_000 });
});
