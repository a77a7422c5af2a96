import { today } from "@/lib/clock";
import { newestSettled, yearUntil } from "@/lib/published/quarters";
import { expect, test } from "./fixtures";

test("the ministry corrects and withdraws a table; a partner reads it hidden alike by page, file and interface", async ({
  pageAs,
}) => {
  const [oldest] = yearUntil(newestSettled(today()));
  const reason = `late reports ${Date.now()}`;
  const ministry = await pageAs("ministry");
  await ministry.goto(`/en/published/new?table=vaccination&quarter=${oldest}`);
  await expect(ministry.getByRole("heading", { level: 1 })).toContainText("figures would be hidden");
  await ministry.getByRole("button", { name: /Publish version/ }).click();
  await expect(ministry.locator("#reason-error")).toContainText("Say what is corrected");
  await ministry.locator("#reason").fill(reason);
  await ministry.getByRole("button", { name: /Publish version/ }).click();
  await ministry.waitForURL(/published\/[0-9a-f-]{36}$/, { timeout: 30_000 });
  const id = ministry.url().split("/").at(-1);

  const partner = await pageAs("partner");
  await partner.goto("/en/published");
  await partner.locator(`a[href$="/published/${id}"]`).click();
  await partner.waitForURL(new RegExp(`/published/${id}$`), { timeout: 30_000 });
  await expect(partner.locator("table.t td").first()).toBeVisible();
  await expect(partner.getByText(reason).first()).toBeVisible();
  const cells = await partner.locator("table.t td").allInnerTexts();
  const hidden = cells.filter((text) => text === "hidden").length;
  expect(cells.length).toBeGreaterThan(hidden);
  const csv = await (await partner.request.get(`/api/published/${id}?format=csv&locale=en`)).text();
  const lines = csv.split("\r\n\r\n")[0] ?? "";
  expect(lines.match(/,hidden(?=,)/g) ?? []).toHaveLength(hidden);
  expect(csv).toContain(reason);
  const answer = await (await partner.request.get(`/api/v1/published-tables/${id}`)).text();
  expect(answer.match(/"shown":"hidden"/g) ?? []).toHaveLength(hidden);
  expect((await partner.request.get("/api/rollout/reach")).status()).toBe(403);

  await ministry.locator("#reason").fill("counted twice");
  await ministry.getByRole("button", { name: "Withdraw the table" }).click();
  await expect(ministry.getByText(/Withdrawn on .*counted twice/).first()).toBeVisible();
  await partner.reload();
  await expect(partner.getByText(/Withdrawn on .*counted twice/).first()).toBeVisible();
  await expect(partner.locator("table.t")).toHaveCount(0);
  const after = await (await partner.request.get(`/api/v1/published-tables/${id}`)).json();
  expect(after).toMatchObject({ rows: [], withdrawnWhy: "counted twice" });
});
