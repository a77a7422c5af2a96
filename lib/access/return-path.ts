/** A path of this site to go back to after signing in, or null: never another host, never the sign-in pages. */
export function safeReturnPath(asked: string | null | undefined): string | null {
  if (!asked?.startsWith("/") || asked.length > 500) return null;
  const home = "http://connect.invalid";
  // A control character, a backslash or a second slash lets a browser read a host where we read a path.
  if (asked.startsWith("//") || /[\p{Cc}\\]/u.test(asked)) return null;
  let url: URL;
  try {
    url = new URL(asked, home);
  } catch {
    return null;
  }
  if (url.origin !== home || /^\/(lo|en)\/sign-in(\/|$)|^\/api\//.test(url.pathname)) return null;
  return url.pathname + url.search;
}
