import { expect, test } from "./fixtures";

test.use({ viewport: { width: 360, height: 740 } });

/** Cells of a line of CSV whose quoted cells hold no quotes themselves. */
const cellsOf = (line: string) =>
  [...line.matchAll(/(?:^|,)(?:"([^"]*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted ?? plain ?? "");

test("a governor sorts and filters the villages, opens a number's parts, and takes the same as a file", async ({
  signedIn,
  pageAs,
  page,
}) => {
  await signedIn("governor.pakxan");
  await page.goto("/lo/villages?indicator=BIRTH_REG");
  const table = page.getByRole("table").last();
  const names = () => table.locator("tbody th a").allTextContents();
  await expect(table).toBeVisible({ timeout: 30_000 });
  const all = await names();
  expect(all.length).toBeGreaterThan(8);

  // Without a document to the other page, and back: what was written as text is there both times.
  await page.locator('nav.tabs4 a[href="/lo/today"]').click();
  await expect(page.locator("ol.att > li").first()).toBeVisible({ timeout: 30_000 });
  await page.goBack();
  await expect(page).toHaveURL(/\/lo\/villages\?/);
  await expect(table).toBeVisible();
  expect(await names()).toEqual(all);

  await page.getByLabel("ຈັດລຽງ").selectOption("lowest");
  await page.locator("main details summary").first().click();
  await page.locator("select[name=status]").selectOption("late");
  await page.getByRole("button", { name: "ສະແດງ", exact: true }).click();
  await expect(page).toHaveURL(
    /\/lo\/villages\?district=LA1101&indicator=BIRTH_REG&sort=lowest&status=late$/,
  );
  const late = await names();
  expect(late.length).toBeGreaterThan(0);
  expect(late.length).toBeLessThan(all.length);
  await expect(page.getByRole("status").filter({ hasText: `ສະແດງ ${late.length} ບ້ານ` })).toBeVisible();

  const address = await page.getByRole("link", { name: /CSV$/ }).getAttribute("href");
  const answer = await page.request.get(String(address));
  expect(answer.headers()["content-disposition"]).toMatch(
    /connect-villages-LA1101-BIRTH_REG-\d{4}-\d\d-\d\d\.csv/,
  );
  const text = await answer.text();
  const lines = text.split("\r\n").map(cellsOf);
  const rows = lines.slice(
    1,
    lines.findIndex((cells) => cells.join("") === ""),
  );
  expect(rows.map((cells) => cells[1])).toEqual(late);
  const [k, n] = [lines[0]?.indexOf("k") ?? -1, lines[0]?.indexOf("n") ?? -1];
  const rates = await table.locator("tbody tr td:nth-of-type(1)").allTextContents();
  rows.forEach((cells, at) => {
    expect(rates[at], String(cells[1])).toContain(`${cells[k]} ໃນ ${cells[n]}`);
  });
  expect(text).toContain("ຕົວກອງ,ວຽກ: ກາຍກຳນົດ");
  const wrong = await pageAs("governor.phaoudom");
  expect((await wrong.request.get(String(address))).status()).toBe(403);
  expect((await wrong.request.get("/lo/villages?district=LA1101")).status()).toBe(403);

  await page.getByRole("link", { name: /^ເອົາຕົວກອງອອກ/ }).click();
  await expect(page).toHaveURL(/sort=lowest$/);
  await expect.poll(names).toHaveLength(all.length);
  const first = table.locator("tbody tr").first();
  const village = await first.locator("th a").textContent();
  await first.locator("td:nth-of-type(1) a").click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`${village}: ຈົດທະບຽນການເກີດ`, {
    timeout: 30_000,
  });
  await expect(page.getByRole("heading", { name: "ແຕ່ລະເດືອນ, ຕາມຜູ້ນັບ" })).toBeVisible();
  await expect(page.getByRole("link", { name: /^ກອງປະຊຸມວັນທີ/ }).first()).toBeVisible();
});
