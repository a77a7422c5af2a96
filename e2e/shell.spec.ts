import type { APIResponse } from "@playwright/test";
import { changeLimits } from "@/lib/changes/schema";
import { expectAccessible, watchPolicy } from "./axe";
import { expect, test } from "./fixtures";

test("the first address opens in Lao; the switch keeps the page and what it was asked for", async ({
  page,
}) => {
  await page.goto("/");
  await expect(page).toHaveURL(/\/lo\/sign-in/);
  await expect(page.locator("html")).toHaveAttribute("lang", "lo");
  await page.goto("/lo/sign-in?return=/lo/me");
  await page.getByRole("link", { name: "English" }).click();
  await expect(page).toHaveURL(/\/en\/sign-in\?return=/);
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
});

test("an unknown address says so in the reader's language", async ({ page }) => {
  const answer = await page.goto("/lo/nowhere/at.all");
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("ບໍ່ພົບໜ້ານີ້");
  await expectAccessible(page);
});

test("pages carry a strict policy, and the capture shell answers every address below it", async ({
  page,
}) => {
  const refused = watchPolicy(page);
  const answers = [];
  for (const path of ["/lo/about", "/lo/nowhere", "/lo/field", "/en/field/workshops/made-up/people?from=x"]) {
    answers.push(await page.goto(path));
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  }
  for (const answer of answers) {
    const headers = answer?.headers() ?? {};
    const policy = headers["content-security-policy"] ?? "";
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain("unsafe");
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["strict-transport-security"]).toBeUndefined();
  }
  expect(answers[0]?.headers()["content-security-policy"]).toMatch(/script-src 'self' 'nonce-/);
  expect(answers[3]?.headers()["content-security-policy"]).toMatch(/script-src 'self' 'sha256-/);
  expect(refused).toEqual([]);
});

test("behind TLS the browser is told to stay there", async ({ request }) => {
  const answer = await request.get("/lo/about", { headers: { "x-forwarded-proto": "https" } });
  expect(answer.headers()["strict-transport-security"]).toContain("max-age=31536000");
});

test("too much at once and too often are refused with what to do, on the phones' own address", async ({
  owner,
  pageAs,
}) => {
  // A person of its own: whoever is counted out here is counted out in other journeys too.
  const login = `eager-${Date.now()}`;
  await owner`insert into users (id, login, display_name) values (gen_random_uuid(), ${login}, 'made up')`;
  const { request } = await pageAs(login);
  const large = { device: null, epoch: null, changes: [], padding: "x".repeat(changeLimits.requestBytes) };
  const refused = await request.post("/api/sync", { data: large });
  expect(refused.status()).toBe(413);
  expect(await refused.json()).toMatchObject({ error: { code: "too_large" } });
  const asked = { device: null, epoch: null, changes: [] };
  let throttled: APIResponse | undefined;
  for (let round = 0; round < 40 && !throttled; round++) {
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => request.post("/api/sync", { data: asked })),
    );
    throttled = answers.find((answer) => answer.status() === 429);
  }
  expect(Number(throttled?.headers()["retry-after"])).toBeGreaterThan(0);
});

test("from the keyboard the first stop skips to the content; the menu opens, closes and gives the focus back", async ({
  page,
  signedIn,
}) => {
  await signedIn("governor_office");
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto("/en/today");
  await page.keyboard.press("Tab");
  await expect(page.locator(".skip")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/#content$/);
  const menu = page.locator(".desk-bar summary");
  await menu.focus();
  await page.keyboard.press("Enter");
  await expect(page.locator(".desk-bar .menu-panel")).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(page.locator(".desk-bar .menu-panel")).toBeHidden();
  await expect(menu).toBeFocused();
});

test("nothing is wider than the narrowest phone", async ({ page, signedIn }) => {
  await signedIn("governor_office");
  for (const width of [320, 360]) {
    await page.setViewportSize({ width, height: 740 });
    for (const path of ["/lo/today", "/lo/villages", "/lo/instructions", "/lo/me"]) {
      await page.goto(path);
      const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(beyond, `${path} at ${width}`).toBeLessThanOrEqual(0);
    }
  }
});
