import type { Page } from "@playwright/test";
import { expectAccessible, watchPolicy } from "./axe";
import { expect, test } from "./fixtures";
import { plant } from "./planted";
import { arrange, signedInPages, team } from "./signed-in-pages";

/** Tried by the journeys that fill them. */
const elsewhere = /^admin\/devices|^places\/\[code\]\/(page|plan|map|problems|workshops|history\/page)/;

/** Words in a box too narrow for them, one letter under the other: axe sees nothing wrong in it. */
const crushed = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>("li, p, dd, dt, h1, h2, h3, label, td, th, button, a")]
      .filter((box) => box.textContent.length >= 8 && box.offsetWidth > 1 && box.offsetWidth < 32)
      .map((box) => `${box.offsetWidth} px: ${box.textContent.slice(0, 40)}`),
  );

const ways = [
  { locale: "lo", width: 360 },
  { locale: "en", width: 1280 },
] as const;

test.describe.configure({ mode: "parallel" });

for (const { locale, width } of ways) {
  test(`every signed-in page is accessible and fits, in ${locale} at ${width}`, async ({ owner, pageAs }) => {
    test.setTimeout(400_000);
    const pages = new Map<string, Page>();
    const known = await arrange(owner, await plant(owner, (await pageAs(team)).request));
    for (const [file, [who, address]] of Object.entries(signedInPages)) {
      if (elsewhere.test(file)) continue;
      const page = pages.get(who) ?? (await pageAs(who));
      pages.set(who, page);
      const refused = watchPolicy(page);
      await page.setViewportSize({ width, height: 800 });
      const answer = await page.goto(address(known).replace("/lo/", `/${locale}/`));
      expect.soft(answer?.status(), file).toBe(200);
      await expect(page.locator("h1").first()).toBeVisible();
      const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect.soft(sideways, `${file} at ${width}`).toBeLessThanOrEqual(0);
      expect.soft(await crushed(page), file).toEqual([]);
      await expectAccessible(page, expect.soft);
      expect.soft(refused, file).toEqual([]);
    }
  });
}
