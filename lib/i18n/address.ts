/** Where a page stands in a language: `/villages?q=1` at `/lo/villages?q=1`. What does not begin with a slash stays as it is. */
export function addressIn(locale: string, href: string): string {
  if (!href.startsWith("/")) return href;
  return `/${locale}${/^\/(?=$|[?#])/.test(href) ? href.slice(1) : href}`;
}

/** The same without its language: `/lo/villages` is `/villages`, `/lo` is `/`. */
export const withoutLanguage = (path: string) => path.replace(/^\/[a-z]{2}(?=\/|$)/, "") || "/";
