import { readFileSync } from "node:fs";
import { createTranslator } from "next-intl";

/** What a screen says in a language, so that a journey can be walked in Lao: `words("lo")("plans.step.make")`. */
export function words(locale: "lo" | "en") {
  return (key: string, values: Record<string, string | number> = {}): string => {
    const [domain = "", ...path] = key.split(".");
    const file = new URL(`../lib/i18n/messages/${locale}/${domain}.json`, import.meta.url);
    const messages = JSON.parse(readFileSync(file, "utf8"));
    const translate = createTranslator({ locale, messages, onError: (error) => raise(error) });
    return translate(path.join(".") as never, values as never);
  };
}

function raise(error: unknown): never {
  throw error;
}
