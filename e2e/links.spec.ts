import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";

test.use({ viewport: { width: 1280, height: 800 } });

/** Lost with the document, so that what is still there has not been loaded again. */
const mark = (page: Page) => page.evaluate(() => Object.assign(window, { stillHere: true }));
const marked = (page: Page) => page.evaluate(() => "stillHere" in window);

test("a link of the frame, a link in a written part and the way back change the page without loading a document", async ({
  page,
  signedIn,
}) => {
  await signedIn("governor_office");
  await page.goto("/en/today");
  await mark(page);
  await page.locator(".desk-tabs").getByRole("link", { name: "Villages", exact: true }).click();
  await expect(page).toHaveURL(/\/en\/villages$/);
  await expect(page.locator(".desk-tabs [aria-current=page]")).toHaveText("Villages");
  const village = page.locator(".cmp-list tbody th a").first();
  const name = (await village.textContent()) ?? "";
  await village.click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(name);
  await expect(page.locator("main")).toContainText(name);
  expect(await marked(page)).toBe(true);
  await page.goBack();
  await expect(page.locator(".cmp-list tbody th a").first()).toHaveText(name);
  expect(await marked(page)).toBe(true);
});

test("the other language and the menu are still reached, with what was asked for", async ({
  page,
  signedIn,
}) => {
  await signedIn("governor_office");
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto("/lo/villages?sort=name");
  await mark(page);
  await page.locator(".topbar summary").click();
  await page.locator(".topbar .menu-panel").getByRole("link", { name: "English" }).click();
  await expect(page).toHaveURL(/\/en\/villages\?sort=name$/);
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await page.locator(".topbar summary").click();
  await page.locator(".topbar .menu-panel").getByRole("link", { name: "Trust" }).click();
  await expect(page).toHaveURL(/\/en\/trust$/);
  expect(await marked(page)).toBe(true);
});

test("with the control key a link opens beside the page, as everywhere", async ({ page, signedIn }) => {
  await signedIn("governor_office");
  await page.goto("/en/today");
  const villages = page.locator(".desk-tabs").getByRole("link", { name: "Villages", exact: true });
  const [beside] = await Promise.all([
    page.context().waitForEvent("page"),
    villages.click({ modifiers: ["ControlOrMeta"] }),
  ]);
  await expect(beside).toHaveURL(/\/en\/villages$/);
  await expect(page).toHaveURL(/\/en\/today$/);
});

test.describe("before any script has run", () => {
  test.use({ javaScriptEnabled: false });

  test("links load a document", async ({ page, signedIn }) => {
    await signedIn("governor_office");
    await page.goto("/lo/today");
    await page.locator(".desk-tabs a").nth(1).click();
    await expect(page).toHaveURL(/\/lo\/villages$/);
    await expect(page.locator(".cmp-list")).toBeVisible();
  });
});
