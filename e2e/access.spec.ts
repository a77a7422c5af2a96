import { randomUUID } from "node:crypto";
import type { BrowserContext, Page } from "@playwright/test";
import { generateSync } from "otplib";
import { demoPassword } from "@/lib/people/demo-accounts";
import { expectAccessible, watchPolicy } from "./axe";
import { expect, test } from "./fixtures";

type Typed = { login: string; password: string; at?: string };

async function typeIn(page: Page, { login, password, at = "/lo/sign-in?return=/lo/me" }: Typed) {
  await page.goto(at);
  await page.locator("#login").fill(login);
  await page.locator("#password").fill(password);
  await page.locator("form button[type=submit]").first().click();
}
const atPath = (page: Page, path: string | RegExp) =>
  expect.poll(() => new URL(page.url()).pathname, { timeout: 30_000 }).toMatch(path);

/** Beside it only `connect.who` is kept, which says whose phone store to open and opens nothing itself. */
const sessionCookies = async (context: BrowserContext) =>
  (await context.cookies()).filter(({ name }) => name !== "connect.who");

test("signing in, in both languages, and out again", async ({ page, context }) => {
  const refused = watchPolicy(page);
  for (const locale of ["lo", "en"]) {
    await page.goto(`/${locale}/sign-in`);
    await expectAccessible(page);
    await typeIn(page, {
      login: "facilitator.pakxan",
      password: demoPassword,
      at: `/${locale}/sign-in?return=/${locale}/me`,
    });
    await atPath(page, `/${locale}/me`);
    await expectAccessible(page);
    const cookies = await sessionCookies(context);
    expect(cookies.map(({ name, httpOnly, sameSite }) => ({ name, httpOnly, sameSite }))).toEqual([
      { name: "connect.session", httpOnly: true, sameSite: "Lax" },
    ]);
    await page.locator("main form").last().getByRole("button").click();
    await atPath(page, `/${locale}/sign-in`);
    expect(await sessionCookies(context)).toEqual([]);
    await context.addCookies(cookies);
    await page.goto(`/${locale}/me`);
    await atPath(page, `/${locale}/sign-in`);
    await context.clearCookies();
  }
  expect(refused).toEqual([]);
});

test("a wrong password and an unknown name read the same; the ninth try waits", async ({ page }) => {
  const answers: string[] = [];
  for (const login of ["partner", "nobody.at.all"]) {
    await typeIn(page, { login, password: "wrong wrong wrong" });
    await expect(page.getByRole("alert").first()).toBeVisible();
    answers.push((await page.locator(".form-summary").textContent()) ?? "");
  }
  expect(answers[0]).toBe(answers[1]);
  await expectAccessible(page);
  for (let i = 0; i < 8; i++) {
    await page.locator("#password").fill(`wrong wrong ${i}`);
    await page.locator("form button[type=submit]").first().click();
    // An answered form forgets the password and keeps the name.
    await expect(page.locator("#password")).toHaveValue("");
    await expect(page.locator("#login")).toHaveValue("nobody.at.all");
  }
  await expect(page.locator(".form-summary")).toContainText(/\d+/);
});

test("after signing in one comes back to the page asked for, never to another site", async ({ page }) => {
  await page.goto("/en/me?x=1");
  await atPath(page, "/en/sign-in");
  expect(new URL(page.url()).searchParams.get("return")).toBe("/en/me?x=1");
  await typeIn(page, { login: "partner", password: demoPassword, at: page.url() });
  await atPath(page, "/en/me");
  await page.context().clearCookies();
  await typeIn(page, {
    login: "partner",
    password: demoPassword,
    at: "/en/sign-in?return=//example.org/en/me",
  });
  await expect.poll(() => new URL(page.url()).pathname).not.toBe("/en/sign-in");
  expect(new URL(page.url()).hostname).toBe("127.0.0.1");
});

test("an ended session loses access with its next request", async ({ pageAs }) => {
  const [phone, desk] = [await pageAs("mentor"), await pageAs("mentor")];
  await phone.goto("/en/me");
  await expect(phone.locator("h1")).toBeVisible();
  await desk.goto("/en/me");
  // All others: another journey may have left one open.
  const others = desk.getByRole("button", { name: /^End the session/ });
  await expect(others.first()).toBeVisible();
  for (let left = await others.count(); left > 0; left--) {
    await others.first().click();
    await expect(others).toHaveCount(left - 1);
  }
  await phone.reload();
  await atPath(phone, "/en/sign-in");
  await desk.getByRole("button", { name: "Sign out everywhere" }).click();
  await atPath(desk, "/en/sign-in");
  await desk.goto("/en/me");
  await atPath(desk, "/en/sign-in");
});

test("a page of another role is a real 403 without its content", async ({ pageAs }) => {
  test.setTimeout(120_000);
  for (const role of ["facilitator", "health_centre", "mentor", "partner", "ministry", "province"]) {
    const page = await pageAs(role);
    for (const path of [
      "/lo/admin/accounts",
      "/lo/admin/accounts/new",
      `/lo/admin/accounts/${randomUUID()}`,
    ]) {
      const response = await page.goto(path);
      expect(response?.status(), `${role} ${path}`).toBe(403);
      expect(await page.content()).not.toContain("governor.phaoudom");
    }
  }
});

test("a governor's office helps its own people and sees no others", async ({ pageAs, owner }) => {
  const page = await pageAs("governor.pakxan");
  await page.goto("/en/admin/accounts");
  await expectAccessible(page);
  const list = await page.locator("main").textContent();
  expect(list).toContain("facilitator.pakxan");
  for (const login of ["phaoudom", "admin", "ministry", "health.pakxan"]) expect(list).not.toContain(login);
  await page.getByRole("link", { name: /facilitator\.pakxan/ }).click();
  await page.getByRole("button", { name: /code$/ }).click();
  await expect(page.getByTestId("code")).toHaveText(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
  // Half under the tab bar a button counts as too small to be touched.
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
  await expectAccessible(page);
  const [other] = await owner`select id from users where login = 'facilitator.phaoudom'`;
  expect((await page.goto(`/en/admin/accounts/${other?.id}`))?.status()).toBe(404);
});

test("a new person: slip, invitation, own password, a forced change, a second factor", async ({
  pageAs,
  owner,
}) => {
  test.setTimeout(180_000);
  const login = `e2e-${randomUUID().slice(0, 8)}`;
  const admin = await pageAs("administrator");
  await admin.goto("/en/admin/accounts/new");
  await admin.locator("#login").fill("9");
  await admin.locator("form button[type=submit]").last().click();
  await expect(admin.locator("#login-error")).toBeVisible();
  await expectAccessible(admin);
  await admin.locator("#login").fill(login);
  await admin.locator("#displayName").fill("Made for a test");
  await admin.locator("#role").selectOption("mentor");
  await admin.locator("#placeCode").fill("ປາກຊັນ");
  await admin.locator("[data-testid=places-found] button").first().click();
  await expect(admin.locator("input[name=placeCode]")).toHaveValue("LA1101");
  await admin.locator("form button[type=submit]").last().click();
  const code = (await admin.getByTestId("code").textContent()) ?? "";

  const page = await pageAs(null);
  await page.goto(`/en/invitation#${code.toLowerCase()}`);
  await expect(page.locator("#code")).toHaveValue(code.toLowerCase());
  await page.locator("form button[type=submit]").last().click();
  await expect(page.locator("main")).toContainText(login);
  await page.locator("#password").fill("password123");
  await page.locator("#privacy").check();
  await page.locator("form button[type=submit]").last().click();
  await expect(page.locator("#password-error")).toBeVisible();
  await expectAccessible(page);
  await page.locator("#password").fill("boat river stone");
  await page.locator("#privacy").check();
  await page.locator("form button[type=submit]").last().click();
  await atPath(page, "/en/sign-in");
  await typeIn(page, { login, password: "boat river stone", at: "/en/sign-in?return=/en/me" });
  await atPath(page, "/en/me");

  await page.goto(`/en/invitation#${code}`);
  await page.locator("form button[type=submit]").last().click();
  await expect(page.locator(".form-summary")).toBeVisible();

  await owner`update credentials set must_change = true where user_id = (select id from users where login = ${login})`;
  await page.goto("/en/me");
  await atPath(page, "/en/sign-in/new-password");
  await expectAccessible(page);
  await page.locator("#current").fill("boat river stone");
  await page.locator("#password").fill("tree cloud paper");
  await page.locator("form button[type=submit]").last().click();
  await atPath(page, "/en/me");

  await page.getByRole("link", { name: "Set up" }).click();
  await expectAccessible(page);
  const shown = (await page.getByText(/^Key: /).textContent()) ?? "";
  const key = shown.replace(/^Key: |\s/g, "");
  await page.locator("#code").fill(generateSync({ secret: key }));
  await page.locator("form button[type=submit]").last().click();
  await expect(page.locator("main li")).toHaveCount(10);
  const recovery = (await page.locator("main li").first().textContent()) ?? "";
  await page.context().clearCookies();
  await typeIn(page, { login, password: "tree cloud paper", at: "/en/sign-in?return=/en/me" });
  await atPath(page, "/en/sign-in/code");
  await expectAccessible(page);
  await page.goto("/en/me");
  await atPath(page, "/en/sign-in/code");
  await page.locator("#code").fill(recovery);
  await page.locator("form button[type=submit]").first().click();
  await atPath(page, "/en/me");
});

test("about, privacy and invitation are open to everybody, readable and accessible", async ({ page }) => {
  for (const path of ["about", "privacy", "invitation", "information"])
    for (const locale of ["lo", "en"]) {
      expect((await page.goto(`/${locale}/${path}`))?.status()).toBe(200);
      await expectAccessible(page);
      const wider = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
      expect(wider, path).toBe(false);
    }
});

test("next-auth's own address also signs in, and only with its own token", async ({ request }) => {
  const form = { login: "partner", password: demoPassword, callbackUrl: "/", json: "true" };
  const refused = await request.post("/api/auth/callback/credentials", { form, maxRedirects: 0 });
  expect(refused.headers()["set-cookie"] ?? "").not.toContain("connect.session");
  const { csrfToken } = await (await request.get("/api/auth/csrf")).json();
  const answer = await request.post("/api/auth/callback/credentials", { form: { ...form, csrfToken } });
  expect(answer.headers()["set-cookie"]).toContain("connect.session");
  const session = await (await request.get("/api/auth/session")).json();
  expect(Object.keys(session)).toEqual(["expires"]);
});
