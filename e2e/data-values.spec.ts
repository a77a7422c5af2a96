import { expectAccessible, watchPolicy } from "./axe";
import { expect, test } from "./fixtures";

// What DHIS2 gives: one element under its own identifier, two units that no list of ours knows, one row that is no number.
const units = ["DiszpKrYNg8", "Jkhdsf8sdf4"] as const;
const element = "fbfJHSPpUQD";
const row = (unit: string, value: string) => `"${element}","202401","${unit}","","","${value}"`;
const file = {
  name: "dhis2-2024.csv",
  mimeType: "text/csv",
  buffer: Buffer.from(
    [
      '"dataelement","period","orgunit","catoptcombo","attroptcombo","value"',
      row(units[0], "31"),
      row(units[1], "12"),
      row(units[1], "x"),
    ].join("\n"),
  ),
};
const slow = { timeout: 30_000 };

test("the health office imports a file of DHIS2, says what two units are, and importing it again changes nothing", async ({
  page,
  signedIn,
  owner,
}) => {
  const refused = watchPolicy(page);
  await signedIn("health.pakxan");
  const [district] = await owner`select id from places where code = 'LA1101'`;
  const [facility] = await owner`
    select id, code, name_en from facilities where district_id = ${district?.id} and code is not null order by code limit 1`;
  const [village] =
    await owner`select id, code, name_lo from places where code like 'v1101%' order by code limit 1`;
  await owner`delete from external_ids`;

  const upload = async () => {
    await page.goto("/en/admin/imports/values");
    await page.locator("#file").setInputFiles(file);
    await page.getByRole("button", { name: "Read and check" }).click();
    await page.waitForURL(/\/admin\/imports\/values\/[0-9a-f-]{36}$/, slow);
  };
  await upload();
  await expect(page.getByRole("heading", { name: "Nothing would change" })).toBeVisible(slow);
  await expect(page.getByText("2 units are not known")).toBeVisible();
  await expect(page.getByText("Not a whole number (1)")).toBeVisible();
  await expectAccessible(page);

  for (const [unit, code] of [
    [units[0], facility?.code],
    [units[1], village?.code],
  ] as const) {
    await page.getByRole("link", { name: `Say which place this is: ${unit}` }).click();
    await page.locator("main input[name=q]").fill(String(code));
    await page.getByRole("button", { name: "Search", exact: true }).last().click();
    await page
      .getByRole("button", { name: /^It is / })
      .first()
      .click();
    await expect(page.getByText(unit, { exact: true })).toHaveCount(0, slow);
  }
  await page
    .getByRole("combobox", { name: `What does ${element} count?` })
    .selectOption({ label: "First antenatal visits (ANC1)" });
  await page.getByRole("button", { name: `Remember what ${element} counts` }).click();
  await expect(page.getByRole("heading", { name: "2 values can be written" })).toBeVisible(slow);
  await page.getByRole("button", { name: "Write 2 values" }).click();
  await expect(page.getByRole("heading", { name: "2 values are written" })).toBeVisible(slow);
  const kept = () => owner`
    select d.value from data_values d join data_elements e on e.number = d.element_number
    where e.code = 'ANC1' and d.period = 202401 and d.reporter_id in (${facility?.id}, ${village?.id}) order by d.value`;
  expect((await kept()).map(({ value }) => value)).toEqual([12, 31]);

  await upload();
  await expect(page.getByRole("heading", { name: "Nothing would change" })).toBeVisible(slow);
  await expect(page.getByText("Here already, the same")).toBeVisible();
  await page.goto("/lo/admin/imports/values/ids");
  await expect(page.getByText(units[0])).toBeVisible();
  await expectAccessible(page);
  expect(refused).toEqual([]);
});
