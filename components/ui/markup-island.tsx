"use client";

import { useEffect, useRef } from "react";
import { handedOver } from "./handed-markup";

export type IslandProps = {
  as: "div" | "tbody";
  className?: string;
  /** Under which the server's drawing finds the text; the browser finds it in the document. */
  id: string;
  /** For a page that comes without a document. */
  markup?: string;
};

/** A piece of the document that React leaves as the server wrote it. */
export function MarkupIsland({ as: Element, className, id, markup }: IslandProps) {
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    // Drawn anew in the browser, after an error elsewhere: the document has it.
    const [from] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
    if (place.current?.innerHTML === "" && from?.type !== "reload") window.location.reload();
  }, []);
  const written = markup ?? (typeof window === "undefined" ? handedOver(id) : undefined) ?? "";
  return (
    <Element
      className={className}
      ref={place as never}
      suppressHydrationWarning
      // biome-ignore lint/security/noDangerouslySetInnerHtml: our own markup, every text of it escaped
      dangerouslySetInnerHTML={{ __html: written }}
    />
  );
}
