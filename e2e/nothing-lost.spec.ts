import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { expect, type Owner, test } from "./fixtures";

/** A workshop as another phone would have sent it. */
async function aWorkshop(page: Page): Promise<string> {
  const boot = await (await page.request.get("/api/field/bootstrap")).json();
  const [{ id: place }] = boot.places.filter(({ level }: { level: string }) => level === "village").slice(-1);
  const subject = randomUUID();
  const fields = { module: "3", level: "village", status: "under_way", startDate: "2026-11-20" };
  const madeAt = new Date().toISOString();
  const change = {
    id: randomUUID(),
    kind: "workshop.record",
    subject,
    place,
    fields,
    base: {},
    device: null,
  };
  const data = { device: null, epoch: null, changes: [{ ...change, madeAt }] };
  const answer = await page.request.post("/api/sync", { data });
  expect(await answer.json()).toMatchObject({ answers: [{ status: "accepted" }] });
  return subject;
}

const open = async (page: Page, workshop: string) => {
  await page.goto(`/en/field/workshops/${workshop}`);
  await expect(page.getByLabel("Where in the village")).toBeVisible();
};

const venues = (owner: Owner, id: string) => owner`select venue from workshops where id = ${id}`;
const arrives = (owner: Owner, id: string, venue: string) =>
  expect.poll(async () => (await venues(owner, id))[0]?.venue, { timeout: 30_000 }).toBe(venue);

/** The last keystroke and the end of the page in one breath: nothing of the page runs in between. */
const typeAndLeave = (page: Page, text: string) =>
  page.getByLabel("Where in the village").evaluate((field, value) => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(field, value);
    field.dispatchEvent(new Event("input", { bubbles: true }));
    location.replace("about:blank");
  }, text);

test("a page left in the middle of a word keeps it", async ({ page, signedIn, owner }) => {
  await signedIn("facilitator.pakxan");
  const workshop = await aWorkshop(page);
  await open(page, workshop);
  await typeAndLeave(page, "ໂຮງຮຽນ");
  await page.waitForURL("about:blank");
  await open(page, workshop);
  await expect(page.getByLabel("Where in the village")).toHaveValue("ໂຮງຮຽນ");
  await arrives(owner, workshop, "ໂຮງຮຽນ");
});

test("a browser tab killed in the middle of a word keeps it", async ({ page, context, signedIn, owner }) => {
  await signedIn("facilitator.pakxan");
  const workshop = await aWorkshop(page);
  await open(page, workshop);
  const session = await context.newCDPSession(page);
  await page.getByLabel("Where in the village").pressSequentially("ວັດເກົ່າ");
  void session.send("Page.crash").catch(() => null);
  await page.waitForEvent("crash");

  const again = await context.newPage();
  await open(again, workshop);
  await expect(again.getByLabel("Where in the village")).toHaveValue("ວັດເກົ່າ");
  await arrives(owner, workshop, "ວັດເກົ່າ");
  expect(
    await again.evaluate(() => Object.keys(localStorage).filter((key) => key.includes("draft"))),
  ).toEqual([]);
});
