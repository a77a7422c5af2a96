import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { watchPolicy } from "./axe";
import { expect, signIn, test } from "./fixtures";
import { OwnApplication } from "./own-application";
import { facilitator, firstVisit, heldWorkshop, launch, onDevice, promise, pulled, restarted } from "./phone";

const steps = ["people", "opening", "map", "problems", "ranking", "solutions", "plan", "pledges"];

test("after one visit every screen opens with no network, in both languages, and the policy refuses nothing", async ({
  page,
  context,
  signedIn,
  owner,
}) => {
  test.setTimeout(100_000);
  const refused = watchPolicy(page);
  await signedIn(facilitator);
  await firstVisit(page, "lo");
  const workshop = await heldWorkshop(owner);
  await pulled(page, workshop);
  await page.close();
  await context.setOffline(true);
  const phone = await context.newPage();
  const refusedOffline = watchPolicy(phone);
  const failed: string[] = [];
  // A page that is left drops what it had asked for: that is not a missing file.
  phone.on("requestfailed", (request) => {
    if (request.failure()?.errorText !== "net::ERR_ABORTED") failed.push(request.url());
  });
  for (const locale of ["en", "lo"]) {
    for (const step of ["", ...steps.map((name) => `/${name}`)]) {
      await phone.goto(`/${locale}/field/workshops/${workshop}${step}`);
      await expect(phone.locator("html")).toHaveAttribute("lang", locale);
      await expect(phone.locator("main h1, header h1").first()).toBeVisible();
      await expect(phone.locator(".tabs4, .foot").first()).toBeVisible();
      await expect(phone.locator(".skeleton")).toHaveCount(0);
    }
  }
  await phone.goto("/lo/field/me");
  await phone.getByRole("link", { name: "English" }).click();
  await expect(phone.locator("html")).toHaveAttribute("lang", "en");
  expect(failed.filter((address) => !address.includes("/api/"))).toEqual([]);
  expect([...refused, ...refusedOffline]).toEqual([]);
});

test("with the server killed and the browser started anew, an address deep inside opens, takes work, and sends it later", async ({
  owner,
}) => {
  test.slow();
  const application = new OwnApplication();
  const profile = mkdtempSync(join(tmpdir(), "connect-phone-"));
  let context = await launch(profile);
  try {
    await application.start();
    const baseURL = application.address;
    await signIn({ owner, context, baseURL, who: facilitator });
    const workshop = await heldWorkshop(owner);
    const first = await context.newPage();
    await first.goto(`${baseURL}/lo/field`);
    expect(await onDevice(first)).toContain("/offline/worker.js");
    await pulled(first, workshop);
    await application.kill();

    const page = await restarted(context, profile);
    context = page.context();
    const refused = watchPolicy(page);
    await page.goto(`${baseURL}/en/field/workshops/${workshop}/pledges`);
    const text = `Written with the server dead ${Date.now()}`;
    await promise(page, text);
    await expect(page.getByText("Saved on this phone").first()).toBeVisible();
    await page.goto(`${baseURL}/lo/villages`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("ບໍ່ມີອິນເຕີເນັດ");
    await page.getByRole("link").first().click();
    await expect(page.locator(".badge")).toBeVisible();
    expect(refused).toEqual([]);

    await application.start();
    // The test's own cookie ended with the browser; a person's does not.
    await signIn({ owner, context, baseURL, who: facilitator });
    await page.reload();
    const arrived = () => owner`select 1 from commitments where workshop_id = ${workshop} and text = ${text}`;
    await expect.poll(arrived, { timeout: 60_000 }).toHaveLength(1);
  } finally {
    await context.close();
    await application.kill();
    rmSync(profile, { recursive: true, force: true });
  }
});

test("today and the brief are kept with their date, and go with whoever read them", async ({
  page,
  context,
  signedIn,
}) => {
  await signedIn("governor.pakxan");
  const refused = watchPolicy(page);
  await page.goto("/en/today");
  await page.evaluate(() => navigator.serviceWorker.ready);
  const keptAddresses = () =>
    page.evaluate(async () => {
      const names = (await caches.keys()).filter((name) => name.startsWith("connect-kept-"));
      const all = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
      return all
        .flat()
        .map(({ url }) => new URL(url).pathname)
        .filter((path) => !path.startsWith("/_next/"));
    });
  await expect.poll(keptAddresses).toEqual(["/en/today"]);
  await page.getByRole("link", { name: "Print A4 brief" }).click();
  await expect.poll(keptAddresses).toEqual(["/en/today", "/en/brief"]);
  await page.goto("/en/villages");

  await context.setOffline(true);
  await page.goto("/en/today");
  await expect(page.locator(".kept-copy b")).toContainText("2026");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  // Kept from the button, with its district in the address; opened from the row of tabs, without.
  for (const address of ["/en/brief", "/en/brief?district=LA1101"]) {
    await page.goto(address);
    await expect(page.locator(".kept-copy b")).toContainText("2026");
    await expect(page.locator(".brief")).toBeVisible();
  }
  for (const address of ["/en/brief?district=LA1102", "/en/villages"]) {
    await page.goto(address);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("No network");
  }
  expect(refused).toEqual([]);

  await context.setOffline(false);
  await page.goto("/en/brief");
  await expect(page.locator(".kept-copy")).toHaveCount(0);
  await page.locator("summary:visible").first().click();
  await page.getByRole("button", { name: "Sign out" }).first().click();
  await page.waitForURL(/sign-in/);
  expect(await keptAddresses()).toEqual([]);
  await context.setOffline(true);
  await page.goto("/en/brief");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("No network");
});
