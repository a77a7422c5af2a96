import { randomBytes, randomInt } from "node:crypto";
import { testDhis2, testToken } from "@/lib/exchange/pull/testing-dhis2";
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

test("an administrator tries what DHIS2 would give, then fetches it; a token that is not accepted is said so", async ({
  page,
  signedIn,
  owner,
}) => {
  const dhis2 = await testDhis2();
  const unit = uid();
  // Where no other journey looks.
  const [village] = await owner`
    select id, code from places where level = 'village' and code like 'v16%' order by code limit 1`;
  const value = String(randomInt(100, 1_000_000));
  for (let month = 0; month < 4; month++) {
    const period = new Date(Date.UTC(new Date().getUTCFullYear(), new Date().getUTCMonth() - month));
    const name = period.toISOString().slice(0, 7).replace("-", "");
    dhis2.values.set(`${name} ${unit}`, [{ dataElement: "ANC1", orgUnit: String(village?.code), value }]);
  }
  await signedIn("admin");
  await page.goto("/en/admin/imports/values/pull");
  const fill = (name: string, text: string) => page.locator(`main [name=${name}]`).fill(text);
  const save = async (token: string) => {
    await fill("token", token);
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByText("Saved.")).toBeVisible(slow);
  };
  await expect(page.getByLabel("How many months back")).toBeEditable();
  await fill("address", `${dhis2.address}/api/`);
  await fill("dataSets", "BfMAe6Itzgt");
  await fill("orgUnits", unit);
  await page.getByLabel("How many months back").fill("1");
  for (const name of ["unitScheme", "elementScheme"])
    await page.locator(`main [name=${name}]`).selectOption("code");
  await save("d2pat_wrong");
  await page.getByRole("button", { name: "Try it now" }).click();
  await expect(page.getByRole("heading", { name: "Stopped after 0 of 1 parts" })).toBeVisible(slow);
  await expect(page.getByText("DHIS2 does not accept the token or password.").first()).toBeVisible();

  await page.getByRole("link", { name: "Fetching from DHIS2" }).click();
  await save(testToken);
  await page.getByRole("button", { name: "Try it now" }).click();
  await expect(page.getByRole("heading", { name: "1 value would be written" })).toBeVisible(slow);
  const kept = () => owner`select 1 from data_values where reporter_id = ${village?.id} and value = ${value}`;
  expect(await kept()).toHaveLength(0);
  await page.getByRole("link", { name: "Fetching from DHIS2" }).click();
  await page.getByRole("button", { name: "Fetch now" }).click();
  await expect(page.getByRole("heading", { name: "1 value was written" })).toBeVisible(slow);
  expect(await kept()).toHaveLength(1);
  await dhis2.close();
});
