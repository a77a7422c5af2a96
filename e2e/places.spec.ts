import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expectAccessible, watchPolicy } from "./axe";
import { expect, test } from "./fixtures";

const fixture = (name: string) =>
  fileURLToPath(new URL(`../lib/places/import/fixtures/${name}`, import.meta.url));

test("an administrator finds a place by any spelling, on a phone and on a desk", async ({
  page,
  signedIn,
}) => {
  const refused = watchPolicy(page);
  await signedIn("administrator");
  for (const locale of ["lo", "en"]) {
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(`/${locale}/admin/places`);
      await expectAccessible(page);
      await page.locator("main input[name=q]").fill("Houaphan");
      await page.locator("main form button[type=submit]").click();
      await expect(page.locator("main .list-row").first()).toContainText("LA07");
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
      ).toBeLessThanOrEqual(0);
      await page.goto(`/${locale}/admin/places/LA1803`);
      await expect(page.locator("main")).toContainText("LA.28.1805");
      await expectAccessible(page);
    }
  }
  expect(refused).toEqual([]);
});

test("a change of the tree says what it does before it does it, and the old name holds before its date", async ({
  page,
  signedIn,
  owner,
}) => {
  await signedIn("administrator");
  const [village] = await owner`
    select p.id, p.code, p.name_lo from places p where p.level = 'village' and p.valid_to is null
      and not exists (select from workshops w where w.village_id = p.id) order by p.code desc limit 1`;
  await page.goto(`/en/admin/places/${village?.code}/change`);
  await expectAccessible(page);
  await page.locator("input[name=kind][value=rename]").check();
  await page.locator("#nameLo").fill("ບ້ານທົດລອງປ່ຽນຊື່");
  await page.locator("#decree").fill("Decision 7/TEST");
  const act = page.locator("main form button[type=submit]");
  await act.click();
  await expect(page.locator("main [role=status]")).toContainText("Nothing has changed yet");
  const nameNow = async () => (await owner`select name_lo from places where id = ${village?.id}`)[0]?.name_lo;
  expect(await nameNow()).toBe(village?.name_lo);
  await act.click();
  await expect(page.locator("main [role=status]")).toContainText("Recorded");
  expect(await nameNow()).toBe("ບ້ານທົດລອງປ່ຽນຊື່");
  await page.goto(`/lo/admin/places/${village?.code}`);
  await expect(page.locator("main")).toContainText(village?.name_lo);
  await expect(page.locator("main")).toContainText("Decision 7/TEST");
});

test("a file is checked, taken in part, and taken back", async ({ page, signedIn, owner }) => {
  await signedIn("administrator");
  await page.goto("/lo/admin/imports");
  await expectAccessible(page);
  await page.locator("#file").setInputFiles(fixture("villages.csv"));
  await page.locator("main form button[type=submit]").click();
  await page.waitForURL(/\/admin\/imports\/[0-9a-f-]{36}/);
  await expectAccessible(page);
  await expect(page.locator("main")).toContainText("12AB");
  await page.locator("input[name=row16][value=same]").check();
  await page.locator("main form button[type=submit]").click();
  const made = () => owner`select 1 from place_codes where code = '1101901'`;
  await expect.poll(async () => (await made()).length).toBe(1);
  await expect(page.locator("main form button.danger")).toBeVisible();
  await page.locator("main form button.danger").click();
  await expect.poll(async () => (await made()).length).toBe(0);
});

test("a facilitator records a village's profile in the own district only", async ({
  page,
  signedIn,
  owner,
}) => {
  await signedIn("facilitator.pakxan");
  const [mine] = await owner`
    select p.code from places p where p.level = 'village' and p.code like 'v1101%' order by p.code limit 1`;
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(`/lo/places/${mine?.code}/profile`);
  await expectAccessible(page);
  await page.locator("#source").fill("ທະບຽນບ້ານ");
  await page.locator("#population").fill("412");
  await page.locator("select[name=group0]").selectOption("khmu");
  await page.locator("input[name=people0]").fill("120");
  await page.locator("main form button[type=submit]").click();
  await expect(page.locator("main .notice.done")).toBeVisible();
  await page.reload();
  await expect(page.locator("main .facts").first()).toContainText("412");

  const [other] =
    await owner`select code from places where level = 'village' and code like 'v504%' order by code limit 1`;
  expect((await page.goto(`/lo/places/${other?.code}/profile`))?.status()).toBe(403);
  expect((await page.goto("/lo/admin/places"))?.status()).toBe(403);
  expect((await page.goto("/lo/admin/imports"))?.status()).toBe(403);
});

test("nobody else uploads: the address refuses a facilitator and a visitor", async ({ pageAs }) => {
  const upload = {
    kind: "villages",
    file: { name: "v.csv", mimeType: "text/csv", buffer: readFileSync(fixture("villages.csv")) },
  };
  const facilitator = await pageAs("facilitator.pakxan");
  expect((await facilitator.request.post("/api/imports", { multipart: upload })).status()).toBe(403);
  const visitor = await pageAs(null);
  expect((await visitor.request.post("/api/imports", { multipart: upload })).status()).toBe(401);
});

test("the health office says which health centre serves a village, from when and how far in both seasons", async ({
  page,
  signedIn,
  owner,
}) => {
  const [village] = await owner`
    select id, code, district_id from places where level = 'village' and code like 'v1101%' order by code desc limit 1`;
  await owner`
    insert into facilities (id, type, name_lo, name_en, district_id, source)
    values (gen_random_uuid(), 'health_centre_b', 'ສຸກສາລາທົດລອງ ຂ', 'Test Health Centre B', ${village?.district_id}, 'test')`;
  await signedIn("health.pakxan");
  await page.goto(`/lo/places/${village?.code}/profile`);
  await expectAccessible(page);
  await page.locator("#facilityId").selectOption({ label: "ສຸກສາລາທົດລອງ ຂ" });
  await page.locator("#travelMinDry").fill("40");
  await page.locator("#travelMinWet").fill("95");
  await page.locator("form:has(#facilityId) button[type=submit]").click();
  await expect(page.locator("main .notice.done")).toBeVisible();
  await page.reload();
  await expect(page.locator("main .facts").filter({ hasText: "ສຸກສາລາທົດລອງ ຂ" })).toContainText("95");
});
