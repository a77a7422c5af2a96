import { useLocale, useMessages } from "next-intl";
import type { ReactNode } from "react";
import type { Messages, Namespace, WordsPath } from "@/lib/i18n/messages";
import { FirstWords, MoreWords } from "./words";

/** What every client component may use without asking. */
const baseNamespaces = ["common", "errors", "shell", "status"] as const satisfies Namespace[];

type Words = { [key: string]: Words | string };

/** Of all messages those below the paths, each where it was. */
function pick(all: Messages, paths: readonly WordsPath[]): Words {
  const picked: Words = {};
  for (const path of paths) {
    const keys = path.split(".");
    const last = keys.pop() ?? "";
    let [from, into] = [all as Words, picked];
    for (const key of keys) {
      into[key] ??= {};
      [from, into] = [from[key] as Words, into[key] as Words];
    }
    into[last] = from[last] as Words;
  }
  return picked;
}

const written = new WeakMap<Messages, Map<string, string>>();

function textOf(all: Messages, paths: readonly WordsPath[]): string {
  const texts = written.get(all) ?? new Map<string, string>();
  const text = texts.get(paths.join()) ?? JSON.stringify(pick(all, paths));
  written.set(all, texts.set(paths.join(), text));
  return text;
}

/** Around the whole document: what every client component may use. */
export function BaseMessages({ children }: { children: ReactNode }) {
  const text = textOf(useMessages(), baseNamespaces);
  return (
    <FirstWords text={text} locale={useLocale()}>
      {children}
    </FirstWords>
  );
}

type Base = (typeof baseNamespaces)[number];
type Props = { domains: readonly Exclude<WordsPath, Base | `${Base}.${string}`>[]; children: ReactNode };

/** Gives client components below it the messages of further domains, so that a page carries only the words it uses. */
export function ClientMessages({ domains, children }: Props) {
  return <MoreWords words={textOf(useMessages(), domains)}>{children}</MoreWords>;
}
