import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/** `expect.soft` goes on to the next page and tells of all. */
type Expecting = typeof expect | typeof expect.soft;
const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/**
 * No violation of WCAG 2.2 AA on the page as it stands. Rules of taste included, since none has needed an exception. The
 * window is made as tall as the page meanwhile: what is half under the fixed tab bar would count as a small target.
 */
export async function expectAccessible(page: Page, then: Expecting = expect): Promise<void> {
  const before = page.viewportSize();
  const tall = await page.evaluate(() => document.documentElement.scrollHeight);
  if (before)
    await page.setViewportSize({ width: before.width, height: Math.max(before.height, tall + 200) });
  const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze();
  if (before) await page.setViewportSize(before);
  const found = violations.map(({ id, help, nodes }) => ({
    id,
    help,
    where: nodes.map((node) => node.target.join(" ")),
  }));
  then(found, `${page.url()} has accessibility violations`).toEqual([]);
}

/** Collects what the content security policy refused; call before the first navigation, look at the list at the end. */
export function watchPolicy(page: Page): string[] {
  const refused: string[] = [];
  page.on("console", (message) => {
    if (/content security policy/i.test(message.text())) refused.push(message.text());
  });
  return refused;
}
