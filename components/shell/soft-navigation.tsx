"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { plainClick } from "./plain-click";

/** One listener for all links of the platform's own pages: only what differs is fetched. Before it runs, and without it, they load a document. */
export function SoftNavigation() {
  const router = useRouter();
  useEffect(() => {
    const follow = (event: MouseEvent) => {
      const pressed = event.target instanceof Element ? event.target : null;
      const link = pressed?.closest<HTMLAnchorElement>("a[data-soft]");
      if (!link || event.defaultPrevented || !plainClick(event, link)) return;
      event.preventDefault();
      router.push(link.href.slice(link.origin.length));
    };
    document.addEventListener("click", follow);
    return () => document.removeEventListener("click", follow);
  }, [router]);
  return null;
}
