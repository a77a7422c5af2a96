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
  /** The reading it is drawn from: while that is kept, so is the text. Left out: drawn each time. */
  of?: object;
  /** What else it is drawn from, the language aside. */
  by?: string;
  /** Drawn on the server without waiting, nothing of it alive in the browser. */
  children: ReactNode;
};

const kept = new WeakMap<object, Map<string, string>>();
const MOST = 32;

/** A part of a page that is written as text and sent once; React would send each of its many hundred elements twice. */
export function Written({ name, of, by = "", as = "div", className, children }: Props) {
  const locale = useLocale();
  // A page fetched by the framework comes without a document to find the text in.
  const alone = use(headers()).get("sec-fetch-dest") === "empty";
  const texts = textsOf(of);
  const key = `${locale} ${name} ${by}`;
  // Last: once the text is there, what it waited for is not asked again, and React counts what is asked.
  const markup = texts.get(key) ?? staticMarkup(children, replacements(locale, name));
  if (texts.size < MOST) texts.set(key, markup);
  const id = handOver(markup);
  // By its id: the same place on the page filled with something else is another island.
  return <MarkupIsland key={id} {...{ as, className, id }} {...(alone ? { markup } : {})} />;
}

function textsOf(reading: object | undefined): Map<string, string> {
  const texts = (reading && kept.get(reading)) ?? new Map<string, string>();
  if (reading) kept.set(reading, texts);
  return texts;
}

/** Links whose language is known already, and patterns whose names hold beyond the request that they were drawn in. */
function replacements(locale: string, name: string) {
  let bars = 0;
  const anchor = (props: ComponentProps<typeof Link>) => softAnchor(props, locale);
  const bar = (props: ComponentProps<typeof KOfNBar>) => KOfNBar({ ...props, id: `${name}-${++bars}` });
  return new Map<unknown, (props: never) => ReactNode>([
    [Link, anchor],
    [KOfNBar, bar],
  ]);
}
