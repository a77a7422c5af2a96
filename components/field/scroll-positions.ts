"use client";

// Pages are drawn from the phone's store a moment after the address changes, when the browser has already given up
// scrolling back; so the places are kept here, by history entry.

const places = new Map<number, number>();
let page = 0;
let newest = 0;

type PageState = { fieldPage?: number } | null;
const pageOf = (state: unknown) => (state as PageState)?.fieldPage ?? 0;

export function keepScroll(): void {
  history.scrollRestoration = "manual";
  page = pageOf(history.state);
  newest = Math.max(newest, page);
}

/** Remembers how far the page being left was scrolled; the next one is another page, unless it takes its place. */
export function leavePage({ replace }: { replace: boolean }): void {
  places.set(page, scrollY);
  if (!replace) {
    newest += 1;
    page = newest;
  }
}

export const pageState = () => ({ fieldPage: page });

const longestWaitMs = 4_000;
/** A page that is still being put together grows and shrinks: it is held until it has been quiet for so long. */
const quietMs = 600;
const ownMoves = ["wheel", "touchstart", "pointerdown", "keydown"] as const;

/** After going back or forward: to where that page was, until it stands still or the person moves it. */
export function scrollBack(): void {
  places.set(page, scrollY);
  page = pageOf(history.state);
  const wanted = places.get(page) ?? 0;
  const began = performance.now();
  const arrived = page;
  let moved = began;
  let taken = false;
  const take = () => {
    taken = true;
  };
  for (const event of ownMoves) addEventListener(event, take, { once: true, passive: true });
  const hold = () => {
    const now = performance.now();
    if (Math.abs(scrollY - wanted) > 1) {
      moved = now;
      scrollTo(0, wanted);
    }
    if (page === arrived && !taken && now - moved < quietMs && now - began < longestWaitMs)
      return requestAnimationFrame(hold);
    for (const event of ownMoves) removeEventListener(event, take);
  };
  requestAnimationFrame(hold);
}
