import { Fragment, isValidElement, type ReactNode } from "react";

const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
export const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (c) => escapes[c] as string);

const camelInSvg = ["viewBox", "patternUnits", "patternTransform"];

/** SVG's own camel-case attributes stay; React's spelling of the others becomes the document's. */
const attributeName = (name: string) =>
  name === "className"
    ? "class"
    : camelInSvg.includes(name)
      ? name
      : name.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`);

type Props = Record<string, unknown> & { children?: ReactNode; dangerouslySetInnerHTML?: { __html: string } };

/** The text of a drawing of ours, for pages without React: elements and components without hooks only. */
export function staticMarkup(node: ReactNode): string {
  if (Array.isArray(node)) return node.map(staticMarkup).join("");
  if (typeof node === "string" || typeof node === "number") return escapeHtml(String(node));
  if (!isValidElement<Props>(node)) return "";
  const { type, props } = node;
  if (typeof type === "function") return staticMarkup((type as (props: Props) => ReactNode)(props));
  const { children, dangerouslySetInnerHTML: raw, ...attributes } = props;
  const inner = raw ? raw.__html : staticMarkup(children);
  if ((type as unknown) === Fragment) return inner;
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined && value !== null && value !== false)
    .map(([name, value]) => ` ${attributeName(name)}="${escapeHtml(String(value))}"`);
  return `<${type}${written.join("")}>${inner}</${type}>`;
}
