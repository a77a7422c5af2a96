import "server-only";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import compile from "icu-minify/compile";
import type { Messages } from "./messages";
import type { Locale } from "./routing";

const folder = join(process.cwd(), "lib", "i18n", "messages");
const loaded = new Map<Locale, Messages>();

/**
 * All messages of a language, each JSON file under its own name, those with arguments parsed: translators of this application
 * take them so (next.config.mjs). Read once; on every request while developing.
 */
export function loadMessages(locale: Locale): Messages {
  const known = loaded.get(locale);
  if (known && process.env.NODE_ENV === "production") return known;
  const files = readdirSync(join(folder, locale)).filter((name) => name.endsWith(".json"));
  const entries = files.map((name) => [
    name.slice(0, -".json".length),
    parsed(JSON.parse(readFileSync(join(folder, locale, name), "utf8"))),
  ]);
  const messages = Object.fromEntries(entries) as Messages;
  loaded.set(locale, messages);
  return messages;
}

type Words = { [key: string]: Words | string };

/** Plain words stay text. As JSON: only objects with a prototype are handed to the browser's React. */
export const parsed = (words: Words): object => JSON.parse(JSON.stringify(inTree(words)));

const inTree = (words: Words): object =>
  Object.fromEntries(
    Object.entries(words).map(([key, one]) => [key, typeof one === "string" ? compile(one) : inTree(one)]),
  );
