import { Fragment, isValidElement, type ReactNode } from "react";

const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
export const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (c) => escapes[c] as string);

/** Camel case in the document as in React; the others are lower case in HTML and hyphenated in SVG. */
const asWritten = ["viewBox", "patternUnits", "patternTransform", "preserveAspectRatio"];
const inHtml = ["autoComplete", "colSpan", "rowSpan", "tabIndex", "dateTime", "hrefLang", "maxLength"];
const renamed: Readonly<Record<string, string>> = { className: "class", htmlFor: "for" };

const attributeName = (name: string) => {
  if (renamed[name]) return renamed[name];
  if (asWritten.includes(name)) return name;
  if (inHtml.includes(name)) return name.toLowerCase();
  return name.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`);
};

const voidElements = ["br", "hr", "img", "input", "wbr"];

type Props = Record<string, unknown> & { children?: ReactNode; dangerouslySetInnerHTML?: { __html: string } };
type Component = (props: never) => ReactNode;
/** What stands in the text for a component that only a browser can draw, such as a link of the framework. */
export type Replacements = ReadonlyMap<unknown, Component>;

/**
 * The text of a piece of page that React need not know in the browser: elements, and components that run on the server
 * without waiting. `null` values, event handlers and styles have no place in it.
 */
export function staticMarkup(node: ReactNode, replacements?: Replacements): string {
  if (Array.isArray(node)) return node.map((one) => staticMarkup(one, replacements)).join("");
  if (typeof node === "string" || typeof node === "number") return escapeHtml(String(node));
  if (!isValidElement<Props>(node)) return "";
  const { type, props } = node;
  const component = (replacements?.get(type) ?? type) as Component | string;
  if (typeof component === "function") return staticMarkup(component(props as never), replacements);
  const { children, dangerouslySetInnerHTML: raw, ...attributes } = props;
  const inner = raw ? raw.__html : staticMarkup(children, replacements);
  if ((component as unknown) === Fragment) return inner;
  if (typeof component !== "string") throw new TypeError("only the browser can draw this");
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined && value !== null && value !== false)
    .map(([name, value]) => ` ${attributeName(name)}="${value === true ? "" : escapeHtml(String(value))}"`);
  const start = `<${component}${written.join("")}>`;
  return voidElements.includes(component) ? start : `${start}${inner}</${component}>`;
}
