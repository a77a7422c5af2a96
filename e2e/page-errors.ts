import type { BrowserContext } from "@playwright/test";

/**
 * What breaks in a page goes to the test's error output, which `npm test` tells with a failure: a screen that says only that
 * something went wrong does not say what. Requests that fail are not told: many journeys cut the network on purpose.
 */
export function tellPageErrors(context: BrowserContext): void {
  context.on("weberror", (one) => console.error(`page error: ${one.error().stack ?? one.error().message}`));
  context.on("console", (message) => {
    const text = message.text();
    if (message.type() === "error" && !text.startsWith("Failed to load resource"))
      console.error(`page console: ${text.slice(0, 1000)}`);
  });
}
