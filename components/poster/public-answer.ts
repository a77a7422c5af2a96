import type { PublicAction } from "@/lib/publishing/views";
import { wordsLength } from "@/lib/voices/schema";
import { type Html, html } from "./html";
import type { PublicWords } from "./public-words";

/** Answers that stand in no page because something in them must not. */
export type Refused = Readonly<{
  action: string;
  words: string;
  why: "telephone" | "address" | "full" | "busy";
}>;

export type Answering = Readonly<{ token: string; taken?: boolean; refused?: Refused | null }>;

/** What villagers said of an action since its last report: a count beside the official status, and words that were passed. */
export function saidLine({ said }: PublicAction, { t, number }: PublicWords): Html | null {
  if (!said) return null;
  const words = said.words.slice(0, 3).map((one) => html`<q>${one}</q>`);
  return html`<span>${t("voices.public.said", { k: number(said.done), n: number(said.all) })}</span>${words}`;
}

/** A form that needs no script: a few words, and one button for each answer. */
export function answerForm(action: PublicAction, given: Answering, { t, locale }: PublicWords): Html {
  const { token, refused } = given;
  const again = refused?.action === action.id ? refused : null;
  const field = `w-${action.id}`;
  return html`<details class="say"${again ? html` open` : null}><summary>${t("voices.public.ask")}</summary>
<form method="post" action="/v/${token}?lang=${locale}"><input type="hidden" name="id" value="${crypto.randomUUID()}"><input type="hidden" name="action" value="${action.id}">
<label for="${field}">${t("voices.public.words")}</label><textarea id="${field}" name="words" rows="2" maxlength="${wordsLength}">${again?.words}</textarea>
<p class="small">${t("voices.public.advice")}</p><div class="two"><button name="said" value="done">${t("voices.public.done")}</button><button name="said" value="not">${t("voices.public.not")}</button></div></form></details>`;
}

/** What became of the answer that was just sent. */
export function answerNotice({ taken, refused }: Answering, { t }: PublicWords): Html | null {
  if (refused) return html`<p class="note bad" role="alert">${t(`voices.public.refused.${refused.why}`)}</p>`;
  return taken ? html`<p class="note" role="status">${t("voices.public.taken")}</p>` : null;
}
