import { locales } from "@/lib/i18n/routing";
import { type Html, html, Html as Raw } from "./html";
import { publicStyle } from "./public-style";
import type { PublicWords } from "./public-words";

const names = { lo: "ລາວ", en: "English" } as const;

/** The document around a public page: no script, no outside origin, nothing a search engine may keep. */
export function publicDocument({ t, locale }: PublicWords, title: string, body: Html): string {
  const languages = locales.map(
    (one) =>
      html`<a href="?lang=${one}" lang="${one}" hreflang="${one}"${one === locale && new Raw(' aria-current="true"')}>${names[one]}</a>`,
  );
  return html`<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex,nofollow"><title>${title} · CONNECT</title><style>${new Raw(publicStyle)}</style></head>
<body><div class="band"></div><header><b>CONNECT</b><nav aria-label="${t("poster.public.language")}">${languages}</nav></header>
<main>${body}</main></body></html>`.text;
}

type Kind = "notReceived" | "closed" | "busy" | "wrong";

/** A page that says why there is nothing to see, the same whatever stood behind the link. */
export function publicNotice(words: PublicWords, kind: Kind): string {
  const title = words.t(`poster.public.${kind}Title`);
  return publicDocument(words, title, html`<h1>${title}</h1><p>${words.t(`poster.public.${kind}`)}</p>`);
}
