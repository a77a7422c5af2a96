/*
 * Text of a page on its way from the server's components to the drawing of the document, past the copy of the page that React
 * sends along for the browser: it would carry every long table a second time (docs/decisions/0051).
 */
const MOST = 400;
const held = globalThis as unknown as { connectMarkup?: Map<string, string> };
let last = 0;

export function handOver(markup: string): string {
  held.connectMarkup ??= new Map();
  const id = (++last).toString(36);
  held.connectMarkup.set(id, markup);
  for (const oldest of held.connectMarkup.keys()) {
    if (held.connectMarkup.size <= MOST) break;
    held.connectMarkup.delete(oldest);
  }
  return id;
}

export const handedOver = (id: string): string | undefined => held.connectMarkup?.get(id);
