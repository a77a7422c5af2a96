import { DOMParser, type Document, type Element } from "@xmldom/xmldom";
import { exchangeLimits, type FileRefusal } from "./feature";

/** Text or attribute value for XML. */
export function escapeXml(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}

/** `<name>text</name>`, or nothing for no text. */
export function textElement(name: string, text: string | null): string {
  return text === null ? "" : `<${name}>${escapeXml(text)}</${name}>`;
}

/**
 * Parse an exchange file. A document type or entity is refused unread: no map program writes one, and both are the
 * ways in for entity bombs and outside files.
 */
export function parseXml(text: string, root: string): { document: Document } | { refused: FileRefusal } {
  if (text.length > exchangeLimits.characters) return { refused: "too_large" };
  if (/<!(DOCTYPE|ENTITY|ELEMENT|ATTLIST|NOTATION)/i.test(text)) return { refused: "hostile" };
  const document = parseOrNull(text.replace(/^\uFEFF/, "").trimStart());
  if (!document?.documentElement) return { refused: "not_readable" };
  return document.documentElement.localName === root ? { document } : { refused: "wrong_format" };
}

function parseOrNull(text: string): Document | null {
  const onError = (level: string, message: string) => {
    if (level !== "warning") throw new Error(message);
  };
  try {
    return new DOMParser({ onError, locator: false }).parseFromString(text, "text/xml");
  } catch {
    return null;
  }
}

/** Elements of that name anywhere below, whatever their namespace, in the order of the file. */
export function descendants(parent: Document | Element, name: string): Element[] {
  return Array.from(parent.getElementsByTagNameNS("*", name));
}

/** Child elements, of one name when given. */
export function childElements(parent: Element, name?: string): Element[] {
  const found: Element[] = [];
  for (let node = parent.firstChild; node; node = node.nextSibling) {
    if (node.nodeType !== 1) continue;
    const element = node as Element;
    if (name === undefined || element.localName === name) found.push(element);
  }
  return found;
}

/** Text of the first child of that name; null when there is none. */
export function childText(parent: Element, name: string): string | null {
  return childElements(parent, name)[0]?.textContent ?? null;
}
