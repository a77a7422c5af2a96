import { NextIntlClientProvider, useLocale, useMessages } from "next-intl";
import type { ReactNode } from "react";
import type { Messages, Namespace, WordsPath } from "@/lib/i18n/messages";

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

/** Gives client components below it the messages of further domains, so that a page carries only the words it uses. */
export function ClientMessages({
  domains,
  children,
}: {
  domains: readonly WordsPath[];
  children: ReactNode;
}) {
  const all = useMessages();
  const picked = pick(all, [...baseNamespaces, ...domains]);
  return (
    <NextIntlClientProvider locale={useLocale()} messages={picked}>
      {children}
    </NextIntlClientProvider>
  );
}
