"use client";

import { useLocale } from "next-intl";
import { useFieldPath } from "./router";

/** The sign-in page, leading back to the screen one is on. */
export function useSignInHref(): string {
  const locale = useLocale();
  const path = useFieldPath() ?? "/field";
  return `/${locale}/sign-in?return=${encodeURIComponent(`/${locale}${path}`)}`;
}
