import { expect, test } from "./fixtures";

test("a governor instructs on a late action; the team tells it in person; the governor sees that", async ({
  page,
  signedIn,
  pageAs,
  owner,
}) => {
  test.slow();
  const text = `ສ້ອມຂົວ ${Date.now()}`;
  await signedIn("governor.phaoudom");
  await page.goto("/en/today");
  await page
    .getByRole("link", { name: /^Instruct / })
    .first()
    .click();
  await page.getByLabel("What should they do").fill(text);
  await page.getByLabel("To which office").selectOption("");
  await page.getByRole("button", { name: "Send the instruction" }).click();
  await expect(page.getByText("Something in the form is not right")).toBeVisible();
  await expect(page.getByLabel("What should they do")).toHaveValue(text);
  await page.getByLabel("To which office").selectOption("district_public_works");
  await page.getByRole("button", { name: "Send the instruction" }).click();
  await expect(page.getByText("The instruction is given.")).toBeVisible();

  const team = await pageAs("facilitator.phaoudom");
  await team.goto("/en/field");
  const told = team.locator("li").filter({ hasText: text });
  await told.getByRole("button", { name: "I have told them" }).click({ timeout: 40_000 });
  const status = async () => (await owner`select status from instructions where text = ${text}`)[0]?.status;
  await expect.poll(status, { timeout: 30_000 }).toBe("told");

  await page.goto("/en/instructions");
  await expect(page.getByRole("link").filter({ hasText: text })).toContainText("told in person");
  const stranger = await pageAs("governor.pakxan");
  await stranger.goto("/en/instructions");
  await expect(stranger.getByText(text)).toHaveCount(0);
});

test("what is typed before the page listens stays, and cannot be sent to nobody", async ({
  page,
  signedIn,
}) => {
  await signedIn("governor.phaoudom");
  await page.goto("/en/today");
  const address = await page
    .getByRole("link", { name: /^Instruct / })
    .first()
    .getAttribute("href");
  const { promise: held, resolve: letGo } = Promise.withResolvers<void>();
  await page.route("**/_next/static/chunks/*.js", async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(String(address), { waitUntil: "commit" });
  const text = page.getByLabel("What should they do");
  const send = page.getByRole("button", { name: "Send the instruction" });
  await text.fill("typed early");
  await expect(send).toBeDisabled();
  letGo();
  await expect(send).toBeEnabled();
  await expect(text).toHaveValue("typed early");
});

test("the brief prints on one A4 page, with nothing of it cut off", async ({ page, signedIn }) => {
  await signedIn("governor.phaoudom");
  for (const locale of ["lo", "en"]) {
    await page.goto(`/${locale}/brief`);
    const pdf = await page.pdf({ preferCSSPageSize: true });
    expect(pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    await page.emulateMedia({ media: "print" });
    await page.setViewportSize({ width: 794, height: 1123 });
    await expect(page.locator(".brief .run-chart")).toHaveCount(2);
    const beyond = await page.locator(".brief").evaluate((sheet) => {
      const footer = sheet.querySelector("footer")?.getBoundingClientRect().bottom ?? Infinity;
      return footer - sheet.getBoundingClientRect().bottom;
    });
    expect(beyond).toBeLessThanOrEqual(0);
    await page.emulateMedia({ media: null });
  }
});

test("the ministry downloads what the page shows, until the date asked for", async ({ page, signedIn }) => {
  await signedIn("ministry");
  const now = await (await page.request.get("/api/rollout/reach")).text();
  expect(now).toContain("LA11");
  const early = await page.request.get("/api/rollout/reach?on=2020-01-01");
  expect(
    (await early.text()).split("\r\n").filter((line) => /,LA\d\d,.*,[1-9]\d*,[1-9]\d*,\d+,[1-9]/.test(line)),
  ).toEqual([]);
  expect((await page.request.get("/api/rollout/reach?on=yesterday")).status()).toBe(422);
});
