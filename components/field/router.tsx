"use client";

import { useLocale } from "next-intl";
import { type ComponentProps, type MouseEvent, useSyncExternalStore } from "react";
import { addressIn, withoutLanguage } from "@/lib/i18n/address";
import { plainClick } from "../shell/plain-click";
import { keepScroll, leavePage, pageState, scrollBack } from "./scroll-positions";

const listeners = new Set<() => void>();
const tell = () => {
  for (const listener of listeners) listener();
};
const stepped = () => {
  scrollBack();
  tell();
};

function watch(listener: () => void): () => void {
  if (listeners.size === 0) {
    addEventListener("popstate", stepped);
    keepScroll();
  }
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) removeEventListener("popstate", stepped);
  };
}

const here = () => location.pathname;

/** Path below the locale, such as `/field/villages`; null in the static document, which serves every address. */
export function useFieldPath(): string | null {
  const path = useSyncExternalStore(watch, here, () => null);
  return path === null ? null : withoutLanguage(path).replace(/\/$/, "");
}

const localised = (path: string) => `/${document.documentElement.lang}${path}`;

/** Goes to a field address (`/field/…`) without asking the network. */
export function fieldNavigate(path: string, { replace = false } = {}): void {
  leavePage({ replace });
  if (replace) history.replaceState(pageState(), "", localised(path));
  else history.pushState(pageState(), "", localised(path));
  scrollTo(0, 0);
  tell();
}

type LinkProps = Omit<ComponentProps<"a">, "href"> & { to: string };

/** A link between field screens; `to` is without the locale. */
export function FieldLink({ to, ...anchor }: LinkProps) {
  return <a {...anchor} href={addressIn(useLocale(), to)} />;
}

/** Put on the root: every link to a field address stays on the phone, whichever component drew it. */
export function followInside(event: MouseEvent<HTMLElement>): void {
  const anchor = (event.target as Element).closest?.("a");
  if (!anchor || !plainClick(event, anchor)) return;
  const url = new URL(anchor.href);
  const path = /^\/[a-z]{2}(\/field(?:\/.*)?)$/.exec(url.pathname)?.[1];
  const sameLanguage = url.pathname.startsWith(localised("/"));
  if (url.origin !== location.origin || !path || !sameLanguage || url.hash) return;
  event.preventDefault();
  fieldNavigate(path);
}
