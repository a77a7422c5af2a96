import { createHash } from "node:crypto";
import { headers } from "next/headers";
import { useLocale } from "next-intl";
import { type ComponentProps, type ReactNode, use } from "react";
import { handOver } from "./handed-markup";
import { KOfNBar } from "./k-of-n-bar";
import { Link, softAnchor } from "./link";
import { type IslandProps, MarkupIsland } from "./markup-island";
import { staticMarkup } from "./static-markup";

type Props = Partial<Pick<IslandProps, "as" | "className">> & {
  /** The only one of this name on its page. */
  name: string;
  /** The reading it is drawn from, or what else lasts: while that is kept, so is the text. Left out: drawn each time. */
  of?: object;
  /** Further readings it is drawn from. */
  also?: readonly object[];
  /** What else it is drawn from, the language aside. */
  by?: string;
  /** Drawn on the server without waiting, nothing of it alive in the browser. */
  children: ReactNode;
};

type Text = Readonly<{ markup: string; id: string }>;

/** Oldest use first; `letters` of all together. */
type Texts = { letters: number; byKey: Map<string, Text> };

const kept = new WeakMap<object, Texts>();
const MOST_LETTERS = 1_000_000;

/**
 * A part of a page that is written as text and sent once; React would send each of its many hundred elements twice. Another
 * one within it is a part of its text.
 */
export function Written({ name, of, also = [], by = "", as: Element = "div", className, children }: Props) {
  const locale = useLocale();
  // A page fetched by the framework comes without a document to find the text in.
  const alone = use(headers()).get("sec-fetch-dest") === "empty";
  const texts = textsOf(of);
  const key = `${locale} ${name} ${also.map(numberOf)} ${by}`;
  // Last: once the text is there, what it waited for is not asked again, and React counts what is asked.
  const text = texts.byKey.get(key) ?? named(staticMarkup(children, replacements(locale, name)));
  keep(texts, key, text);
  const { markup, id } = text;
  if (markup === "") return <Element className={className} />;
  handOver(text);
  // By its id: the same place on the page filled with something else is another island; the same again keeps its focus.
  return <MarkupIsland key={id} {...{ as: Element, className, id }} {...(alone ? { markup } : {})} />;
}

function textsOf(reading: object | undefined): Texts {
  const texts = (reading && kept.get(reading)) ?? { letters: 0, byKey: new Map() };
  if (reading) kept.set(reading, texts);
  return texts;
}

function keep(texts: Texts, key: string, text: Text): void {
  const { byKey } = texts;
  if (!byKey.delete(key)) texts.letters += text.markup.length;
  byKey.set(key, text);
  for (const [oldest, { markup }] of byKey) {
    if (texts.letters <= MOST_LETTERS) return;
    byKey.delete(oldest);
    texts.letters -= markup.length;
  }
}

const numbers = new WeakMap<object, number>();
let last = 0;

function numberOf(reading: object): number {
  const number = numbers.get(reading) ?? ++last;
  numbers.set(reading, number);
  return number;
}

/** Under a name that says what it holds: the same text is the same island on every page. */
const named = (markup: string): Text => ({
  markup,
  id: createHash("sha256").update(markup).digest("base64url").slice(0, 22),
});

const within = ({ as: Element = "div", className, children }: Props) => (
  <Element className={className}>{children}</Element>
);

/** Links whose language is known already, patterns whose names hold beyond the request that they were drawn in, and texts within this one. */
function replacements(locale: string, name: string) {
  let bars = 0;
  const anchor = (props: ComponentProps<typeof Link>) => softAnchor(props, locale);
  const bar = (props: ComponentProps<typeof KOfNBar>) => KOfNBar({ ...props, id: `${name}-${++bars}` });
  return new Map<unknown, (props: never) => ReactNode>([
    [Link, anchor],
    [KOfNBar, bar],
    [Written, within],
  ]);
}
