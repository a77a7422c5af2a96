/** How long a file is waited for before it is asked for again, in ms. */
const waits = [500, 1500, 4000] as const;

/**
 * A part of the program that did not come is asked for again: a phone under load may not have woken its worker yet, and a
 * network may come and go. Fails as the last try does.
 */
export async function loadAgain<T>(load: () => Promise<T>): Promise<T> {
  for (const wait of waits)
    try {
      return await load();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  return load();
}
