import { expect, test } from "./fixtures";

const xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

test("a province plans a village, sees it late and why, reads its own file back, and opens no other province", async ({
  page,
  signedIn,
}) => {
  await signedIn("province.bolikhamxay");
  // The year of the plan in Vientiane.
  const year = new Date(Date.now() + 7 * 3_600_000).getUTCFullYear();
  await page.goto(`/en/rollout/plan?year=${year}&province=LA11&district=LA1102`);
  await page.getByLabel("Village", { exact: true }).selectOption({ index: 1 });
  await page.locator("#plannedDate-day").fill("1");
  await page.locator("#plannedDate-month").selectOption("1");
  await page.locator("#plannedDate-year").fill(String(year - 1));
  await page.getByRole("button", { name: "Save the line" }).click();
  await expect(page.getByText("The date must be in the year of the plan.").first()).toBeVisible();
  await page.locator("#plannedDate-year").fill(String(year));
  await page.getByRole("button", { name: "Save the line" }).click();
  await expect(page.getByText("The line is saved.")).toBeVisible();
  await expect(page.getByRole("heading", { name: /: 1 lines$/ })).toBeVisible();

  const sheet = await page.request.get(`/api/rollout/plan/LA11?year=${year}&format=xlsx&locale=lo`);
  expect(sheet.headers()["content-type"]).toBe(xlsx);
  const file = { name: "plan.xlsx", mimeType: xlsx, buffer: await sheet.body() };
  await page.locator("input[type=file]").setInputFiles(file);
  await expect(page.getByText("The file says what stands already.")).toBeVisible();

  await page.goto(`/en/rollout/LA1102?year=${year}`);
  await expect(page.locator("h1")).toContainText("1 of the 1 villages due by now are behind");
  await expect(page.getByRole("row", { name: /Village modules: due/ })).toHaveCount(1);
  const board = await (await page.request.get(`/api/rollout/board?year=${year}&locale=en`)).text();
  expect(board).toContain("LA11,");
  expect(board).not.toContain("LA05,");
  expect((await page.goto("/en/rollout/LA05"))?.status()).toBe(403);
});
