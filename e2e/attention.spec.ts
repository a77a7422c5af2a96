import { expect, test } from "./fixtures";
import { words } from "./words";

const t = words("lo");
const mark = "ທົດສອບລາຍການ";
const slow = { timeout: 30_000 };

test("a governor asks why a service fell; the list says so, and another district's governor sees none of it", async ({
  page,
  signedIn,
  pageAs,
  owner,
}) => {
  // What an earlier run of this journey did about the same matters.
  await owner`update instructions set deleted_at = now() where text like ${`${mark}%`}`;
  await owner`update attention_notes set deleted_at = now() where reason like ${`${mark}%`}`;
  const text = `${mark} ${Date.now()}`;
  await signedIn("governor.phaoudom");

  await test.step("the list on a phone names the service, its figure and who should act", async () => {
    await page.goto("/lo/today");
    const fell = page.locator(".att > li").filter({ hasText: t("attention.act.explain") });
    await expect(fell).toHaveCount(1, slow);
    await expect(fell).toContainText(t("plans.office.district_health_office"));
    await expect(page.locator(".att > li")).toHaveCount(7);
    await fell.getByRole("link", { name: t("attention.act.explain") }).click();
  });

  const asked = await test.step("the instruction is begun with the matter's own words", async () => {
    await expect(page.getByLabel(t("instructions.new.text"))).toHaveValue(/ສຸກສາລາ/, slow);
    await page.getByLabel(t("instructions.new.text")).fill(text);
    await page.getByRole("button", { name: t("instructions.new.send") }).click();
    await expect(page.getByText(t("instructions.new.sent"))).toBeVisible(slow);
    const [row] = await owner`select about from instructions where text = ${text}`;
    expect(row?.about).toMatch(/^signal:/);
    return row?.about as string;
  });

  await test.step("the matter waits, and says what was done about it", async () => {
    await page.goto("/lo/attention");
    const waiting = page.locator("section.card").filter({ hasText: t("attention.page.waiting") });
    const entry = waiting.locator(`[id="${asked.replaceAll(":", "-")}"]`);
    await expect(entry).toContainText(t("attention.did.waiting"), slow);
    await expect(entry).toContainText(t("plans.office.district_health_office"));
  });

  await test.step("another matter is put off and comes back when it gets worse", async () => {
    await page.goto("/lo/attention?kind=promise");
    const first = page.locator(".att > li").first();
    const name = await first.locator(".att-head").textContent();
    const before = await page.locator("section.card").first().locator(".att > li").count();
    await first.getByRole("link", { name: t("attention.putOff.open") }).click();
    await page.getByLabel(t("attention.putOff.reason")).fill(text);
    await page.getByRole("button", { name: t("attention.putOff.save") }).click();
    const note = async () =>
      (await owner`select level, about from attention_notes where reason = ${text}`)[0];
    await expect.poll(async () => (await note())?.about, slow).toMatch(/^promise:/);
    await page.goto("/lo/attention?kind=promise");
    const open = page.locator("section.card").first().locator(".att > li");
    await expect(open).toHaveCount(before - 1, slow);
    const waiting = page.locator("section.card").filter({ hasText: t("attention.page.waiting") });
    await expect(waiting.locator("li").filter({ hasText: text })).toContainText(name ?? "");
    await owner`update attention_notes set level = level - 1 where reason = ${text}`;
    await page.goto("/lo/attention?kind=promise");
    await expect(open).toHaveCount(before, slow);
  });

  await test.step("another district's governor sees none of it", async () => {
    const stranger = await pageAs("governor.pakxan");
    await stranger.goto("/lo/attention");
    await expect(stranger.locator("h1")).toBeVisible(slow);
    await expect(stranger.getByText(text)).toHaveCount(0);
    expect((await stranger.goto("/lo/attention?district=LA0504"))?.status()).toBe(403);
  });
});
