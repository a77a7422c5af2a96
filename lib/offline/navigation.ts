import { deleteKeptPages } from "./kept-cache";
import { isKept, keepPage, keptPage } from "./kept-pages";
import { noNetworkPage } from "./no-network-page";

const patienceMs = 10_000;
const firstPage = /^\/(?:(lo|en)\/?)?$/;
const signInPage = /^\/(?:lo|en)\/sign-in(?:\/|$)/;

export type Answering = Readonly<{
  fetch: (request: Request) => Promise<Response>;
  /** Whether somebody records on this device: then the application opens with the capture screens. */
  records: () => Promise<boolean>;
  /** For what goes on after the answer. */
  later: (work: Promise<unknown>) => void;
  now: () => Date;
  /** Stylesheets that are on the device, for the page that says there is no network. */
  styles: () => string[];
}>;

/**
 * Every page but the capture screens: from the network, and only from there, except the two pages that are kept. Never
 * an empty browser page: what can be done without a signal is said.
 */
export async function answerNavigation(request: Request, url: URL, how: Answering): Promise<Response> {
  const first = firstPage.exec(url.pathname);
  if (first && url.searchParams.has("app") && (await how.records())) return toField(url, first[1]);
  if (signInPage.test(url.pathname)) how.later(deleteKeptPages());
  if (isKept(url.pathname)) return keptOrFresh(request, url, how);
  try {
    return await how.fetch(request);
  } catch {
    if (first && (await how.records())) return toField(url, first[1]);
    return noNetworkPage(url, how.styles());
  }
}

const toField = (url: URL, locale = "lo") => Response.redirect(new URL(`/${locale}/field`, url));

async function keptOrFresh(request: Request, url: URL, how: Answering): Promise<Response> {
  const asked = how.fetch(request).then((response) => {
    if (response.ok) how.later(keepPage(url, response.clone(), how.now()));
    // Signed out, refused, or sent elsewhere to sign in: the copy is nobody's any more.
    else if (response.status < 500) how.later(deleteKeptPages());
    return response;
  });
  const fresh = await Promise.race([asked.catch(() => null), patience()]);
  if (fresh && fresh.status < 500) return fresh;
  return (await keptPage(url)) ?? (await asked.catch(() => null)) ?? noNetworkPage(url, how.styles());
}

const patience = () => new Promise<null>((resolve) => setTimeout(resolve, patienceMs, null));
