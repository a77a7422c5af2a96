import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { expect } from "./fixtures";

/** A workshop as another phone would have sent it, with the village's consent to export. */
export async function aWorkshop(page: Page): Promise<string> {
  const boot = await (await page.request.get("/api/field/bootstrap")).json();
  const [{ id: place }] = boot.places.filter(({ level }: { level: string }) => level === "village").slice(-1);
  const workshopId = randomUUID();
  const change = (kind: string, subject: string, fields: object) => ({
    ...{ id: randomUUID(), kind, subject, place, fields, base: {}, device: null },
    madeAt: new Date().toISOString(),
  });
  const consent = { workshopId, use: "export", given: true, givenBy: "Village office", date: "2026-11-20" };
  const changes = [
    change("workshop.record", workshopId, {
      module: "3",
      level: "village",
      status: "under_way",
      startDate: "2026-11-20",
    }),
    change("consent.record", randomUUID(), consent),
  ];
  const answer = await page.request.post("/api/sync", { data: { device: null, epoch: null, changes } });
  expect(await answer.json()).toMatchObject({ answers: changes.map(() => ({ status: "accepted" })) });
  return workshopId;
}

export const open = async (page: Page, path: string) => {
  await page.goto(`/en/field/workshops/${path}`);
  await expect(page.locator("main")).toBeVisible();
};

export async function newMap(page: Page, base: string, photo?: Buffer) {
  await page.getByRole("button", { name: /^(Add a map|Make the first map)$/ }).click();
  await page.getByRole("radio", { name: new RegExp(`^${base}`) }).check();
  if (photo) {
    await page
      .locator("dialog input[type=file]")
      .setInputFiles({ name: "map.jpg", mimeType: "image/jpeg", buffer: photo });
    await expect(page.getByText("Saved on this phone", { exact: true }).last()).toBeVisible();
  }
  await page.getByRole("button", { name: "Make the map" }).click();
  await expect(page.locator(".map-canvas").last()).toBeAttached();
}

export const symbol = (page: Page, name: string) =>
  page.getByRole("toolbar").getByRole("button", { name, exact: true }).click();

export async function tap(page: Page, ...places: [x: number, y: number][]) {
  for (const [x, y] of places) await page.locator(".map-ground").click({ position: { x, y } });
}

export const subtitle = (page: Page, count: string) =>
  expect(page.locator("header").getByText(count)).toBeVisible();
export const received = (page: Page) =>
  expect(page.locator(".sync")).toContainText("Received", { timeout: 30_000 });
