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

const longestWaitMs = 2_000;

/** After going back or forward: to where that page was, as soon as it is long enough. */
export function scrollBack(): void {
  places.set(page, scrollY);
  page = pageOf(history.state);
  const wanted = places.get(page) ?? 0;
  const began = performance.now();
  const arrived = page;
  const attempt = () => {
    if (page !== arrived) return;
    scrollTo(0, wanted);
    if (Math.abs(scrollY - wanted) > 1 && performance.now() - began < longestWaitMs)
      requestAnimationFrame(attempt);
  };
  requestAnimationFrame(attempt);
}
