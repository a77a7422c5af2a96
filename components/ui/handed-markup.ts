/*
 * Text of a page on its way from the server's components to the drawing of the document, past the copy of the page that React
 * sends along for the browser: it would carry every long table a second time (docs/decisions/0051).
 */
const MOST = 400;
/** Oldest use first. */
const held = globalThis as unknown as { connectMarkup?: Map<string, string> };

/** `id` names what the text holds, so that two readers of the same text share it and nobody is given another's. */
export function handOver({ id, markup }: Readonly<{ id: string; markup: string }>): void {
  held.connectMarkup ??= new Map();
  held.connectMarkup.delete(id);
  held.connectMarkup.set(id, markup);
  for (const oldest of held.connectMarkup.keys()) {
    if (held.connectMarkup.size <= MOST) break;
    held.connectMarkup.delete(oldest);
  }
}

export const handedOver = (id: string): string | undefined => held.connectMarkup?.get(id);
