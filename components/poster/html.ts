import { escapeHtml } from "../ui/static-markup";

/** Text that is already HTML. Everything else put into `html` is escaped. */
export class Html {
  constructor(readonly text: string) {}
  toString(): string {
    return this.text;
  }
}

type Part = Html | string | number | null | undefined | false | readonly Part[];

const written = (part: Part): string => {
  if (part instanceof Html) return part.text;
  if (Array.isArray(part)) return part.map(written).join("");
  return part === null || part === undefined || part === false ? "" : escapeHtml(String(part));
};

export const html = (texts: TemplateStringsArray, ...parts: readonly Part[]): Html =>
  new Html(
    texts.reduce((all, text, index) => all + text + (index < parts.length ? written(parts[index]) : ""), ""),
  );
