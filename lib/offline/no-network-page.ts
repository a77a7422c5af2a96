import en from "@/lib/i18n/messages/en/offline.json";
import lo from "@/lib/i18n/messages/lo/offline.json";

const headers = {
  "content-type": "text/html; charset=utf-8",
  "content-security-policy":
    "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  "x-content-type-options": "nosniff",
};

/** What is shown for a page that needs the network when there is none. */
export function noNetworkPage(url: URL, styles: readonly string[]): Response {
  const locale = url.pathname.startsWith("/en/") ? "en" : "lo";
  const { title, text, field, again } = (locale === "en" ? en : lo).noNetwork;
  const sheets = styles.map((href) => `<link rel="stylesheet" href="${href}">`).join("");
  const ways = `<a class="btn pri" href="/${locale}/field">${field}</a><a class="btn" href="">${again}</a>`;
  const card = `<div class="card stack-s"><h1>${title}</h1><p>${text}</p><div class="row wrap pt-2">${ways}</div></div>`;
  const body = `<div class="band"></div><main id="content" class="plain-page">${card}</main>`;
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title>${sheets}`;
  return new Response(
    `<!doctype html><html lang="${locale}"><head>${head}</head><body>${body}</body></html>`,
    {
      status: 503,
      headers,
    },
  );
}
