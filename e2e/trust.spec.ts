import type { Page } from "@playwright/test";
import ExcelJS from "exceljs";
import { expectAccessible, watchPolicy } from "./axe";
import { expect, type Owner, test } from "./fixtures";
import { facilitator, firstVisit } from "./phone";
import { words } from "./words";

const lo = words("lo");
const said = (key: string, values?: Record<string, string | number>) => lo(`interviews.${key}`, values);

async function villageOf(owner: Owner): Promise<string> {
  const [row] = await owner`
    select v.id from places v join assignments a on a.place_id = v.district_id
    join users u on u.id = a.user_id and u.login = ${facilitator}
    where v.level = 'village' and v.valid_to is null
      and not exists (select from trust_rounds r where r.village_id = v.id)
    order by v.code limit 1`;
  return String(row?.id);
}

/** Everything the browser keeps of trust, as text. */
const keptHere = (page: Page) =>
  page.evaluate(async () => {
    const found = (await indexedDB.databases()).find(({ name }) => name?.startsWith("connect-"));
    const open = indexedDB.open(found?.name ?? "");
    await new Promise((resolve) => Object.assign(open, { onsuccess: resolve }));
    const stores = ["sealedAnswers", "trustBatches", "outbox"];
    const reading = open.result.transaction(stores);
    const all = await Promise.all(
      stores.map((name) => {
        const rows = reading.objectStore(name).getAll();
        return new Promise((resolve) => Object.assign(rows, { onsuccess: () => resolve(rows.result) }));
      }),
    );
    open.result.close();
    return JSON.stringify(all);
  });

const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

async function interview(page: Page, answers: readonly string[]) {
  await press(page, said("interview.agree"));
  await press(page, said("exposure.participant"));
  await press(page, lo("workshops.sex.female"));
  await press(page, lo("workshops.age.25to49"));
  await press(page, said("interview.skip"));
  for (const answer of answers) await press(page, answer);
  await press(page, said("interview.finish"));
  await expect(page.getByRole("heading", { name: said("interview.doneTitle") })).toBeVisible();
}

const agreed = (n: number) => Array.from({ length: n }, () => "ເຫັນດີ");

async function safetyCopy(page: Page): Promise<{ file: string; code: string }> {
  await page.goto("/lo/field/handover");
  await press(page, lo("phone.handover.give.file"));
  const code = page.locator(".handover-code");
  await expect(code).toBeVisible({ timeout: 30_000 });
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: lo("phone.handover.give.save") }).click(),
  ]);
  return { file: await download.path(), code: (await code.textContent()) ?? "" };
}

async function takeCopy(page: Page, { file, code }: { file: string; code: string }) {
  await page.goto("/lo/field/handover");
  await page.getByLabel(lo("phone.handover.take.file")).setInputFiles(file);
  await page.getByLabel(lo("phone.handover.take.code")).fill(code);
  await press(page, lo("phone.handover.take.open"));
}

test("a round of trust interviews without a network: one person after another, sealed, kept by a safety copy, sent as one batch", async ({
  page,
  context,
  signedIn,
  owner,
  pageAs,
}) => {
  test.slow();
  const refused = watchPolicy(page);
  const village = await villageOf(owner);
  await signedIn(facilitator);
  await firstVisit(page, "lo");
  await context.setOffline(true);
  await page.goto(`/lo/field/villages/${village}`);
  await page.getByRole("button", { name: said("new") }).click();
  await page.getByLabel(said("exposure.participant")).check();
  await page.getByLabel(said("exposure.unexposed")).check();
  await expectAccessible(page);
  await press(page, said("begin"));
  await page.getByRole("link", { name: said("next") }).click();
  await expect(page.getByText(said("interview.memory"))).toBeVisible();
  await expectAccessible(page);
  await press(page, said("interview.decline"));
  await press(page, said("interview.nextPerson"));
  await interview(page, [...agreed(6), "ບໍ່ຮູ້", "ບໍ່ຢາກຕອບ"]);
  await press(page, said("interview.nextPerson"));
  await press(page, said("interview.agree"));
  for (const step of [1, 2, 3, 4]) {
    await expect(page.locator(".steps .done")).toHaveCount(step);
    await press(page, said("interview.skip"));
  }
  await expect(page.getByText(said("interview.position", { k: 1, n: 8 }))).toBeVisible();
  await press(page, "ບໍ່ເຫັນດີ");
  await press(page, said("interview.back"));
  await expect(page.getByRole("button", { name: "ບໍ່ເຫັນດີ", exact: true })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
  for (const answer of agreed(8)) await press(page, answer);
  await expectAccessible(page);
  await press(page, said("interview.finish"));
  await page.getByRole("link", { name: said("interview.stop") }).click();
  await expect(page.getByRole("heading", { name: said("onPhone", { count: 2, n: "2" }) })).toBeVisible();
  expect(await keptHere(page)).not.toMatch(/"values"|female|25to49/);
  await page.goto("/lo/field/handover");
  await expect(page.getByText(lo("phone.handover.give.openInterviews", { count: 2, n: "2" }))).toBeVisible();
  await page.goBack();
  await press(page, said("submit"));
  await press(page, said("submitConfirm", { count: 2, n: "2" }));
  await expect(page.getByRole("heading", { name: said("onPhone", { count: 0, n: "0" }) })).toBeVisible();
  await expectAccessible(page);
  const copy = await safetyCopy(page);
  const cleared = await pageAs(facilitator);
  await firstVisit(cleared, "lo");
  await takeCopy(cleared, copy);
  await expect(cleared.getByText(lo("phone.handover.taken.interviews", { count: 2, n: "2" }))).toBeVisible();
  const kept = () => owner`
    select a.item_values as said, a.sex, a.exposure from trust_answers a where a.village_id = ${village} order by a.sex`;
  await expect.poll(async () => (await kept()).length, { timeout: 60_000 }).toBe(2);
  expect(await kept()).toEqual([
    { said: [1, 1, 1, 1, 1, 1, 99, 98], sex: "female", exposure: "participant" },
    { said: [1, 1, 1, 1, 1, 1, 1, 1], sex: null, exposure: null },
  ]);
  const [batch] = await owner`select n, declined from trust_batches where village_id = ${village}`;
  expect(batch).toEqual({ n: 2, declined: 1 });
  // The phone that was given up for lost comes back and sends the same: it counts once.
  await context.setOffline(false);
  await expect(page.locator(".sync.ok")).toBeVisible({ timeout: 60_000 });
  expect(await kept()).toHaveLength(2);
  expect(refused).toEqual([]);
});

async function demoVillages(owner: Owner) {
  const rows = await owner`
    select v.code, (select count(*)::int from trust_answers a join trust_rounds r on r.id = a.round_id
      where r.village_id = v.id and r.wave = 'months3') as people
    from places v join places d on d.id = v.district_id
    where d.code = 'LA1101' and exists (select from trust_rounds r where r.village_id = v.id and r.wave = 'months3')
    order by v.code`;
  const code = (found: (people: number) => boolean) => String(rows.find(({ people }) => found(people))?.code);
  return { shown: code((people) => people > 20), hidden: code((people) => people < 10) };
}

test("results are read by the district's offices, and in the file exactly what is on the page", async ({
  owner,
  pageAs,
}) => {
  const { shown, hidden } = await demoVillages(owner);
  const page = await pageAs("governor.pakxan");
  await page.goto(`/lo/places/${shown}/trust`);
  await expect(page.getByRole("heading", { name: lo("trust.dimensions.title") })).toBeVisible();
  await expectAccessible(page);
  const csv = await (await page.request.get(`/api/places/${shown}/trust`)).text();
  const means = [...csv.matchAll(/months3,[^,]+,index,all,(\d+),,(-?[\d.]+)/g)];
  expect(means).toHaveLength(1);
  await expect(page.locator("table.t")).toContainText(String(means[0]?.[2]).replace(".", ","));
  for (const [, n] of csv.matchAll(/,(?:exposure|sex|ageBand|ethnicGroup),[^,]+,(\d+),/g))
    expect(Number(n)).toBeGreaterThanOrEqual(10);
  await page.goto(`/lo/places/${hidden}/trust`);
  await expect(page.getByRole("heading", { level: 1 })).toContainText(
    lo("trust.village.tooFew", { name: "" }).slice(2),
  );
  const small = await (await page.request.get(`/api/places/${hidden}/trust`)).text();
  expect(small.match(/,yes/g)).toBeNull();
  await page.goto("/lo/trust");
  await expect(page.getByRole("heading", { name: lo("trust.summary.contrastTitle") })).toBeVisible();
  await expectAccessible(page);
  for (const who of ["admin", "ministry", "healthcentre.pakxan", "partner", "province.bolikhamxay"])
    expect((await (await pageAs(who)).request.get(`/lo/places/${shown}/trust`)).status(), who).toBe(403);
  expect((await (await pageAs("ministry")).request.get("/en/trust")).status()).toBe(200);
});

test("an administrator replaces the words as a new version, and the one before stays", async ({
  owner,
  pageAs,
}) => {
  const page = await pageAs("admin");
  await page.goto("/en/admin/instruments");
  await expectAccessible(page);
  await page.getByRole("link", { name: "Change as a new version" }).last().click();
  await page.getByLabel("In English", { exact: true }).nth(1).fill("Our official question");
  await page.getByLabel("In Lao", { exact: true }).nth(2).fill("");
  await page.getByRole("button", { name: "Make the new version" }).click();
  await expect(page.getByText("Needed in Lao and in English.")).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel("In Lao", { exact: true }).nth(2).fill("ຄຳຖາມທາງການ");
  await page.getByRole("button", { name: "Make the new version" }).click();
  await expect(page.getByText("The new version is there.")).toBeVisible();
  const rows = await owner`
    select version, items -> 0 -> 'text' ->> 'en' as first from instruments where series = 'volunteer-10' order by version`;
  expect(rows.map(({ version }) => version)).toEqual([1, 2]);
  expect(rows[1]?.first).toBe("Our official question");
  expect(rows[0]?.first).not.toBe(rows[1]?.first);
});

test("a round on paper: the empty sheet out, the filled one back in, once", async ({ owner, pageAs }) => {
  const [round] = await owner`
    select r.id, (select count(*)::int from trust_answers a where a.round_id = r.id) as before
    from trust_rounds r join places d on d.id = r.district_id where d.code = 'LA1101' and r.wave = 'baseline' limit 1`;
  const page = await pageAs("facilitator.pakxan");
  await firstVisit(page);
  await page.goto(`/en/field/trust/${round?.id}`);
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Empty sheet (.xlsx)" }).click();
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(await (await download).path());
  const sheet = book.worksheets[0];
  sheet?.addRow(["participant", "female", "25to49", "Khmu", ...Array(8).fill("I agree")]);
  sheet?.addRow(["", "male", "", "", 1, 0, -1, 1, 1, 1, "", "perhaps"]);
  const file = async () => ({
    name: "round.xlsx",
    mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    buffer: Buffer.from((await book.xlsx.writeBuffer()) as ArrayBuffer),
  });
  const bringIn = page.getByLabel("Bring in a filled sheet");
  await bringIn.setInputFiles(await file());
  await expect(page.getByText(/^Row 3, 8\. .*: perhaps\./)).toBeVisible();
  if (sheet) sheet.getRow(3).getCell(12).value = "I do not know";
  const whole = await file();
  for (const _time of ["first", "again"]) {
    await bringIn.setInputFiles(whole);
    await page.getByRole("button", { name: "Take them in" }).click();
    await expect(page.getByText("2 people were taken in.")).toBeVisible();
  }
  const [now] = await owner`select count(*)::int as n from trust_answers where round_id = ${round?.id}`;
  expect(now?.n).toBe(Number(round?.before) + 2);
});
