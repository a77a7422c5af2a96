import { NextIntlClientProvider, useLocale, useMessages } from "next-intl";
import type { ReactNode } from "react";
import type { Namespace } from "@/lib/i18n/messages";

/** What every client component may use without asking. */
const baseNamespaces = ["common", "errors", "shell", "status"] as const satisfies Namespace[];

/** Gives client components below it the messages of further domains, so that a page carries only the words it uses. */
export function ClientMessages({
  domains,
  children,
}: {
  domains: readonly Namespace[];
  children: ReactNode;
}) {
  const all = useMessages();
  const picked = Object.fromEntries([...baseNamespaces, ...domains].map((name) => [name, all[name]]));
  return (
    <NextIntlClientProvider locale={useLocale()} messages={picked}>
      {children}
    </NextIntlClientProvider>
  );
}
