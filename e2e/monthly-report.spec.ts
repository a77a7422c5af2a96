import type { Page } from "@playwright/test";
import { expectAccessible, watchPolicy } from "./axe";
import { expect, test } from "./fixtures";
import { onDevice } from "./phone";

const name = { anc1: "First antenatal visits", anc4: "Fourth antenatal visits", births: "Live births" };
const count = (page: Page, label: string) => page.getByRole("textbox", { name: label, exact: true });
const saved = (page: Page) => expect(page.getByText(/Saved on this phone|Received/).first()).toBeVisible();

test("a village reporter writes the month with no network; the office sees what looks wrong, verifies it, and the village shows it", async ({
  page,
  context,
  signedIn,
  pageAs,
  owner,
}) => {
  const refused = watchPolicy(page);
  await signedIn("reporter.pakxan");
  await page.goto("/en/field");
  await expect(page.getByRole("heading", { name: "Monthly reports" })).toBeVisible({ timeout: 30_000 });
  expect(await onDevice(page)).toContain("/offline/worker.js");
  await context.setOffline(true);

  await page.locator('a[href$="/field/reports"]').click();
  await expect(page.getByRole("heading", { name: "To report, oldest month first" })).toBeVisible();
  await expectAccessible(page);
  await page.locator('a[href*="/field/reports/"]').filter({ hasText: "Not begun" }).last().click();
  await expect(page.getByText("Not entered yet").first()).toBeVisible();
  await expect(page.getByText(/^Month before: \d+$/).first()).toBeVisible();
  await count(page, name.anc1).fill("2");
  await page.getByRole("button", { name: `More: ${name.anc4}` }).click();
  for (let tap = 0; tap < 4; tap++) await page.getByRole("button", { name: `More: ${name.anc4}` }).click();
  await expect(page.getByText(`${name.anc4} (5) is more than ${name.anc1} (2).`)).toBeVisible();
  await count(page, name.births).fill("0");
  const notKnown = page.getByRole("button", { name: "Not known: Home births known" });
  await notKnown.click();
  await expect(notKnown).toHaveAttribute("aria-pressed", "true");
  await saved(page);
  await expectAccessible(page);

  const address = page.url();
  await page.reload();
  await expect(count(page, name.anc4)).toHaveValue("5");
  await expect(count(page, name.births)).toHaveValue("0");
  await expect(notKnown).toHaveAttribute("aria-pressed", "true");
  await expect(page.getByText(/numbers are not entered: they are reported as missing/)).toBeVisible();
  await page.getByRole("button", { name: /^Submit the report of / }).click();
  await expect(page.getByText(/^The report of .* is submitted\.$/)).toBeVisible();
  await context.setOffline(false);

  const [, reporter, period] = /reports\/([0-9a-f-]{36})\/(\d{6})/.exec(address) ?? [];
  const values = () => owner`
    select e.code, v.value from data_values v join data_elements e on e.number = v.element_number
    where v.reporter_id = ${String(reporter)} and v.period = ${Number(period)} order by e.number`;
  await expect.poll(values, { timeout: 30_000 }).toHaveLength(3);
  expect([...(await values())]).toEqual([
    { code: "ANC1", value: 2 },
    { code: "ANC4", value: 5 },
    { code: "LIVE_BIRTHS", value: 0 },
  ]);
  await page.goto(address.replace("/en/", "/lo/"));
  await expect(page.getByText("ຝາກທ້ອງເທື່ອທຳອິດ").first()).toBeVisible();
  await expectAccessible(page);
  expect(refused).toEqual([]);

  const office = await pageAs("health.pakxan");
  await office.setViewportSize({ width: 1280, height: 800 });
  await office.goto("/en/reports");
  const [place] = await owner`select code, name_lo from places where id = ${String(reporter)}`;
  await office.getByRole("link", { name: String(place?.name_lo) }).click();
  await expect(office.getByText(`${name.anc4} (5) is more than ${name.anc1} (2).`)).toBeVisible();
  await expectAccessible(office);
  await office.getByRole("radio", { name: /^Yes, verify them/ }).check();
  await office.getByRole("button", { name: "Record" }).click();
  await expect(office.getByText("Verified", { exact: true })).toBeVisible();
  const statuses = () => owner`
    select distinct status from data_values where reporter_id = ${String(reporter)} and period = ${Number(period)}`;
  expect([...(await statuses())]).toEqual([{ status: 2 }]);
  await office.goto(`/en/places/${place?.code}/indicators`);
  await office.getByRole("link", { name: /^Four antenatal visits/ }).click();
  await expect(office.getByRole("heading", { level: 1, name: /: Four antenatal visits$/ })).toBeVisible();
  await expect(
    office.getByText("for the whole health centre, not for this village alone").first(),
  ).toBeVisible();
  await expectAccessible(office);
});

test("a governor reads the district's months, and an administrator adds what is counted", async ({
  pageAs,
  owner,
}) => {
  const governor = await pageAs("governor.pakxan");
  await governor.goto("/en/indicators?indicator=ANC4_COV");
  await expect(governor.getByRole("img", { name: /^Four antenatal visits: .*Median \d+ of/ })).toBeVisible();
  await expectAccessible(governor);
  await governor.getByRole("link", { name: "Village volunteers" }).click();
  await expect(governor.getByText(/^Counted by village volunteers/)).toBeVisible();

  const administrator = await pageAs("admin");
  await administrator.goto("/en/admin/indicators?element=new");
  const code = `E2E_${Date.now() % 1_000_000}`;
  await administrator.getByLabel("Code", { exact: true }).fill(code);
  await administrator.getByLabel("Name in Lao").fill("ທົດສອບ");
  await administrator.getByLabel("Name in English").fill("Tried in a browser");
  await expectAccessible(administrator);
  await administrator.getByRole("button", { name: "Save" }).click();
  await expect(administrator.getByText("It is saved.")).toBeVisible();
  const [row] = await owner`select number, reporters, active from data_elements where code = ${code}`;
  expect(row).toMatchObject({ reporters: ["village", "facility"], active: true });
  await owner`update data_elements set active = false where code = ${code}`;
});
