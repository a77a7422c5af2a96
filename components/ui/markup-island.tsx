"use client";

import { useEffect, useRef, useState } from "react";
import { handedOver } from "./handed-markup";

export type IslandProps = {
  as: "div" | "tbody";
  className?: string;
  /** Under which the server's drawing finds the text; the browser finds it in the document. */
  id: string;
  /** For a page that comes without a document. */
  markup?: string;
};

/** What this document came with: the framework comes back to a page with what it was first told of it. */
const texts = new Map<string, string>();

function textOf({ id, markup }: Pick<IslandProps, "id" | "markup">): string {
  if (typeof window === "undefined") return markup ?? handedOver(id) ?? "";
  const found = markup ?? texts.get(id) ?? document.querySelector(`[data-written="${id}"]`)?.innerHTML ?? "";
  texts.set(id, found);
  return found;
}

/** A piece of the document that React leaves as the server wrote it. */
export function MarkupIsland({ as: Element, className, ...given }: IslandProps) {
  const place = useRef<HTMLElement>(null);
  const [written] = useState(() => textOf(given));
  useEffect(() => {
    // Lost with an error elsewhere: the document has it.
    const [from] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
    if (place.current?.innerHTML === "" && from?.type !== "reload") window.location.reload();
  }, []);
  return (
    <Element
      className={className}
      data-written={given.id}
      ref={place as never}
      suppressHydrationWarning
      // biome-ignore lint/security/noDangerouslySetInnerHtml: our own markup, every text of it escaped
      dangerouslySetInnerHTML={{ __html: written }}
    />
  );
}
