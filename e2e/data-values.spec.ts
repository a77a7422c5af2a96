import { randomBytes, randomInt } from "node:crypto";
import { expectAccessible, watchPolicy } from "./axe";
import { expect, test } from "./fixtures";

// What DHIS2 gives: one element under its own identifier, two units that no list of ours knows, one row that is no number.
// All of it made up anew, so that a second try finds nothing of the first.
const uid = () => `U${randomBytes(5).toString("hex")}`;

function madeUp() {
  const units = [uid(), uid()] as const;
  const element = uid();
  const period = 201801 + 100 * randomInt(6) + randomInt(12);
  const row = (unit: string, value: string) => `"${element}","${period}","${unit}","","","${value}"`;
  const rows = [row(units[0], "31"), row(units[1], "12"), row(units[1], "x")];
  const heading = '"dataelement","period","orgunit","catoptcombo","attroptcombo","value"';
  const buffer = Buffer.from([heading, ...rows].join("\n"));
  return { units, element, period, file: { name: "dhis2.csv", mimeType: "text/csv", buffer } };
}

const slow = { timeout: 30_000 };

test("the health office imports a file of DHIS2, says what two units are, and importing it again changes nothing", async ({
  page,
  signedIn,
  owner,
}) => {
  const refused = watchPolicy(page);
  const { units, element, period, file } = madeUp();
  await signedIn("health.pakxan");
  const [district] = await owner`select id from places where code = 'LA1101'`;
  const [facility] = await owner`
    select id, code, name_en from facilities where district_id = ${district?.id} and code is not null order by code limit 1`;
  const [village] =
    await owner`select id, code, name_lo from places where code like 'v1101%' order by code limit 1`;

  const upload = async () => {
    await page.goto("/en/admin/imports/values");
    // Its name appears once the page listens.
    await expect(async () => {
      await page.locator("#file").setInputFiles(file);
      await expect(page.locator("#file-name")).toHaveText(file.name, { timeout: 1000 });
    }).toPass(slow);
    await page.getByRole("button", { name: "Read and check" }).click();
    await page.waitForURL(/\/admin\/imports\/values\/[0-9a-f-]{36}$/, slow);
  };
  await upload();
  await expect(page.getByRole("heading", { name: "Nothing can be written yet" })).toBeVisible(slow);
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
    where e.code = 'ANC1' and d.period = ${period} and d.reporter_id in (${facility?.id}, ${village?.id}) order by d.value`;
  expect((await kept()).map(({ value }) => value)).toEqual([12, 31]);

  await upload();
  await expect(page.getByRole("heading", { name: "Nothing would change" })).toBeVisible(slow);
  await expect(page.getByText("Here already, the same")).toBeVisible();
  await page.goto("/lo/admin/imports/values/ids");
  await expect(page.getByText(units[0])).toBeVisible();
  await expectAccessible(page);
  expect(refused).toEqual([]);
});
