import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { expectAccessible, watchPolicy } from "./axe";
import { expect, type Owner, test } from "./fixtures";

const facilitator = "facilitator.pakxan";
const password = "connect demo paksan";
const pin = "582914";

// The worker's own sending is not to be cut off by a page: what waits here must wait. It is tried in offline-update.spec.
test.use({ serviceWorkers: "block" });

/** A village of the district without a workshop, by its id. */
async function emptyVillage(owner: Owner): Promise<string> {
  const [village] = await owner`
    select v.id from places v join assignments a on a.place_id = v.district_id
    join users u on u.id = a.user_id and u.login = ${facilitator}
    where v.level = 'village' and v.valid_to is null
      and not exists (select from workshops w where w.village_id = v.id)
    order by random() limit 1`;
  return String(village?.id);
}

/** The phone knows its villages: the first answer of the server has arrived and its key is registered. */
async function openPhone(page: Page) {
  await page.goto("/en/field/villages");
  await expect(page.locator("ul.card.list li").first()).toBeVisible({ timeout: 30_000 });
  await expect.poll(() => heldOn(page, "deviceRegistered"), { timeout: 30_000 }).toBe(true);
}

const isSync = (url: URL) => url.pathname === "/api/sync" || url.pathname.startsWith("/api/field/");
const cutOff = (page: Page) => page.route(isSync, (route) => route.abort());
const connect = (page: Page) => page.unroute(isSync);

/** A workshop with something to recognise it by, on this phone only. */
async function recordUnsent(page: Page, owner: Owner): Promise<{ id: string; venue: string }> {
  const village = await emptyVillage(owner);
  await page.goto(`/en/field/villages/${village}`);
  await cutOff(page);
  await page.getByRole("button", { name: "Start a workshop" }).click();
  await page.getByRole("button", { name: "Begin", exact: true }).click();
  await page.waitForURL(/\/field\/workshops\/[0-9a-f-]{36}$/);
  const venue = `ວັດ ${randomUUID().slice(0, 6)}`;
  await page.getByLabel("Where in the village").fill(venue);
  await expect.poll(() => heldOn(page, venue)).toBe(true);
  return { id: page.url().slice(-36), venue };
}

/** Whether a word lies readable in any store of this browser. */
const heldOn = (page: Page, word: string) =>
  page.evaluate(async (text) => {
    for (const { name } of await indexedDB.databases()) {
      const opening = indexedDB.open(String(name));
      const db = await new Promise<IDBDatabase>((resolve) => {
        opening.onsuccess = () => resolve(opening.result);
      });
      let found = false;
      for (const store of db.objectStoreNames) {
        const asking = db.transaction(store).objectStore(store).getAll();
        const rows = await new Promise<unknown[]>((resolve) => {
          asking.onsuccess = () => resolve(asking.result);
        });
        found ||= JSON.stringify(rows).includes(text);
      }
      db.close();
      if (found) return true;
    }
    return false;
  }, word);

/** Which of the person's phones this browser is; others may be at work beside it. */
async function deviceOf(page: Page, owner: Owner): Promise<string> {
  const devices =
    await owner`select d.id from devices d join users u on u.id = d.user_id and u.login = ${facilitator}`;
  for (const { id } of devices) if (await heldOn(page, id)) return id;
  throw new Error("this phone is not registered");
}

const venueOf = async (owner: Owner, id: string) =>
  (await owner`select venue from workshops where id = ${id}`)[0]?.venue;
const arrives = (owner: Owner, { id, venue }: { id: string; venue: string }) =>
  expect.poll(() => venueOf(owner, id), { timeout: 30_000 }).toBe(venue);

async function setPin(page: Page) {
  await page.goto("/en/field/me");
  await page.getByRole("button", { name: "Set a PIN" }).click();
  await page.getByLabel("PIN", { exact: true }).fill(pin);
  await page.getByLabel("The PIN again").fill(pin);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("The PIN is set.")).toBeVisible({ timeout: 30_000 });
}

test("a PIN seals what is on the phone, locks it, and opens it again; a forgotten one opens with the password", async ({
  page,
  signedIn,
  owner,
}) => {
  test.slow();
  const refused = watchPolicy(page);
  await signedIn(facilitator);
  await openPhone(page);
  const work = await recordUnsent(page, owner);
  await setPin(page);
  expect(await heldOn(page, work.venue)).toBe(false);

  await page.getByRole("button", { name: "Lock now" }).click();
  await expect(page.getByRole("heading", { name: "Locked" })).toBeVisible();
  await expectAccessible(page);
  await page.reload();
  await expect(page.getByRole("heading", { name: "Locked" })).toBeVisible();
  await page.getByLabel("PIN", { exact: true }).fill("111112");
  await page.getByRole("button", { name: "Open", exact: true }).click();
  await expect(page.getByText("This is not the PIN.")).toBeVisible({ timeout: 30_000 });
  await page.getByLabel("PIN", { exact: true }).fill(pin);
  await page.getByRole("button", { name: "Open", exact: true }).click();
  await expect(page.getByRole("heading", { name: "PIN for this phone" })).toBeVisible({ timeout: 30_000 });

  await page.goto(`/en/field/workshops/${work.id}`);
  await connect(page);
  await page.getByRole("button", { name: "PIN forgotten" }).click();
  await page.getByLabel("Password", { exact: true }).fill("not the password");
  await page.getByLabel("New PIN").fill("730265");
  await page.getByRole("button", { name: "Open", exact: true }).click();
  await expect(page.getByText("This is not your password.")).toBeVisible({ timeout: 30_000 });
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Open", exact: true }).click();
  await expect(page.getByLabel("Where in the village")).toHaveValue(work.venue, { timeout: 30_000 });
  await arrives(owner, work);
  const given = () => owner`select 1 from security_events where kind = 'recovery_key_given'`;
  await expect.poll(async () => (await given()).length).toBeGreaterThan(0);
  expect(refused).toEqual([]);
});

/** Makes the file with everything unsent; its path and the code shown for it. */
async function makeParcel(page: Page): Promise<{ file: string; code: string }> {
  await page.goto("/en/field/handover");
  await page.getByRole("button", { name: "Make a file, with pictures" }).click();
  const shown = page.locator(".handover-code");
  await expect(shown).toBeVisible({ timeout: 30_000 });
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Save the file" }).click(),
  ]);
  return { file: await download.path(), code: (await shown.textContent()) ?? "" };
}

async function takeParcel(page: Page, { file, code }: { file: string; code: string }) {
  await page.goto("/en/field/handover");
  await page.getByLabel("File from the other phone").setInputFiles(file);
  await page.getByLabel("Code of the file").fill(code);
  await page.getByRole("button", { name: "Open the file" }).click();
}

test("a safety copy brings the work back after the phone's storage was cleared", async ({
  page,
  signedIn,
  owner,
  pageAs,
}) => {
  test.slow();
  await signedIn(facilitator);
  await openPhone(page);
  const work = await recordUnsent(page, owner);
  const parcel = await makeParcel(page);
  const cleared = await pageAs(facilitator);
  await openPhone(cleared);
  await takeParcel(cleared, { ...parcel, code: "2222-2222" });
  await expect(cleared.getByText("This code does not open the file.")).toBeVisible({ timeout: 30_000 });
  // The code is lost as well: whoever made the file opens it with the password.
  await cleared.getByRole("button", { name: "The code is lost" }).click();
  await cleared.getByLabel("Your password").fill("not this one");
  await cleared.getByRole("button", { name: "Open the file" }).click();
  await expect(cleared.getByText("This is not your password")).toBeVisible({ timeout: 30_000 });
  await cleared.getByLabel("Your password").fill(password);
  await cleared.getByRole("button", { name: "Open the file" }).click();
  await expect(cleared.getByText(/of yours (is|are) back on this phone/)).toBeVisible({ timeout: 30_000 });
  await arrives(owner, work);
  await connect(page);
  await page.goto("/en/field/outbox");
  await expect(page.locator(".sync.ok")).toBeVisible({ timeout: 30_000 });
});

test("two phones in one room: by file and by QR codes the other phone carries the work as its author's", async ({
  page,
  signedIn,
  owner,
  pageAs,
}) => {
  test.slow();
  await signedIn(facilitator);
  await openPhone(page);
  const first = await recordUnsent(page, owner);
  const parcel = await makeParcel(page);
  const other = await pageAs("facilitator.phaoudom");
  await openPhone(other);
  await takeParcel(other, parcel);
  await expect(other.getByRole("heading", { name: "Carried for others" })).toBeVisible({ timeout: 30_000 });
  await arrives(owner, first);
  const [people] = await owner`
    select a.login as author, c.login as carrier from changes h join users a on a.id = h.author_id
    join users c on c.id = h.carrier_id where h.subject_id = ${first.id} limit 1`;
  expect(people).toEqual({ author: facilitator, carrier: "facilitator.phaoudom" });

  await connect(page);
  const second = await recordUnsent(page, owner);
  await page.goto("/en/field/handover");
  await page.getByRole("button", { name: "Show QR codes, without pictures" }).click();
  await page.setViewportSize({ width: 800, height: 900 });
  const code = page.locator(".handover-qr svg");
  await expect(code).toBeVisible();
  const count = Number(/of (\d+)/.exec((await code.getAttribute("aria-label")) ?? "")?.[1]);
  const pictures: { name: string; mimeType: string; buffer: Buffer }[] = [];
  for (let number = 0; number < count; number++) {
    if (count > 1) await page.getByRole("button", { name: "The next one" }).click();
    pictures.push({ name: `${number}.png`, mimeType: "image/png", buffer: await code.screenshot() });
  }
  await other.getByLabel("Or choose pictures of the QR codes").setInputFiles(pictures);
  await arrives(owner, second);
});

test("a lost phone is withdrawn by its district's health office: it is emptied, its last work waits for the administrator", async ({
  page,
  signedIn,
  owner,
  pageAs,
}) => {
  test.slow();
  await signedIn(facilitator);
  await openPhone(page);
  const work = await recordUnsent(page, owner);
  const device = await deviceOf(page, owner);
  const office = await pageAs("health.pakxan");
  await office.goto("/en/admin/devices");
  const card = office.locator("li.card").filter({ has: office.locator(`input[value="${device}"]`) });
  await card.getByText("The phone is lost").click();
  await card.getByRole("button", { name: /Withdraw this phone/ }).click();
  const withdrawn = () => owner`select 1 from devices where id = ${device} and revoked_at is not null`;
  await expect.poll(withdrawn).toHaveLength(1);

  await connect(page);
  await page.goto("/en/field");
  await expect(page.getByRole("heading", { name: "This phone was withdrawn" })).toBeVisible({
    timeout: 30_000,
  });
  await expectAccessible(page);
  expect(await heldOn(page, work.venue)).toBe(false);
  expect((await page.request.get("/api/sync")).status()).toBe(401);
  expect(await venueOf(owner, work.id)).toBeUndefined();

  const administrator = await pageAs("admin");
  await administrator.goto("/en/admin/devices/quarantine");
  const kept = administrator.locator("li.card").filter({ hasText: "ທີມອຳນວຍຄວາມສະດວກ ເມືອງປາກຊັນ" });
  await expect(kept.filter({ hasText: work.venue }).getByText("The phone was withdrawn.")).toBeVisible();
  // What was typed after a first try to send is a change of its own.
  for (let left = await kept.count(); left > 0; left--) {
    await kept
      .first()
      .getByRole("button", { name: /^Let it in/ })
      .click();
    await expect(kept).toHaveCount(left - 1);
  }
  await arrives(owner, work);
});

test("a second person on the device neither sees nor sends the first one's work", async ({
  page,
  signedIn,
  owner,
}) => {
  test.slow();
  await signedIn(facilitator);
  await openPhone(page);
  const work = await recordUnsent(page, owner);
  await page.goto("/en/field/me");
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByText(/they stay locked on this phone|it stays locked on this phone/)).toBeVisible();
  await page.route(/\/api\/sync/, (route) => route.abort());
  await connect(page);
  await page.getByRole("dialog").getByRole("button", { name: "Sign out" }).click();
  await page.waitForURL(/\/sign-in/);
  await page.unroute(/\/api\/sync/);
  await page.goto("/en/field");
  await expect(page.getByRole("link", { name: "Sign in" })).toBeVisible();

  await signedIn("facilitator.phaoudom");
  await openPhone(page);
  await page.goto("/en/field/outbox");
  await expect(page.getByText("Nothing waits")).toBeVisible({ timeout: 30_000 });
  await page.goto(`/en/field/workshops/${work.id}`);
  await expect(page.getByRole("heading", { name: "This is not on this phone" }).first()).toBeVisible();
  expect(await heldOn(page, work.venue), "the first one's store is kept").toBe(true);
  expect(await venueOf(owner, work.id)).toBeUndefined();

  await signedIn(facilitator);
  await openPhone(page);
  await arrives(owner, work);
});

for (const locale of ["lo", "en"] as const) {
  test(`phones and quarantine are accessible in ${locale}`, async ({ pageAs, owner, page, signedIn }) => {
    test.slow();
    const [person] = await owner`select id from users where login = ${facilitator}`;
    await owner`insert into devices (id, user_id, public_key, label, waiting, rejects, reported_at)
      values (gen_random_uuid(), ${person?.id}, '{}', 'Mozilla/5.0 (Linux; Android 14) Chrome/140', 3, 1, now())`;
    await owner`insert into quarantined_changes (change_id, digest, reason, carrier_id, change)
      values (gen_random_uuid(), 'x', 'signature', ${person?.id},
        '{"kind": "problem.record", "madeAt": "2026-11-20T01:02:03Z", "fields": {"statement": "ທາງຂາດ"}}'::jsonb)`;
    for (const [who, path] of [
      ["admin", "devices"],
      ["admin", "devices/quarantine"],
      ["health.pakxan", "devices"],
    ] as const) {
      const desk = await pageAs(who);
      expect((await desk.goto(`/${locale}/admin/${path}`))?.status()).toBe(200);
      await desk.locator("details.fold").first().click();
      await expectAccessible(desk);
      expect(await desk.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    }
    expect((await (await pageAs(facilitator)).goto(`/${locale}/admin/devices`))?.status()).toBe(403);
    await signedIn(facilitator);
    for (const path of ["handover", "me"]) {
      await page.goto(`/${locale}/field/${path}`);
      await expect(page.locator("section.card h2").first()).toBeVisible({ timeout: 30_000 });
      await page.setViewportSize({ width: 360, height: 3000 });
      await expectAccessible(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
      await page.setViewportSize({ width: 360, height: 740 });
    }
  });
}
