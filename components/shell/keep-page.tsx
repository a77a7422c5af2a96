"use client";

import { useEffect } from "react";
import { deleteKeptPages } from "@/lib/offline/kept-cache";
import { keepMessage } from "@/lib/offline/names";
import { registerWorker } from "@/lib/offline/register";

/** On a page that is kept for times without network: says whose it is, and asks the worker to keep it. */
export function KeepPage({ reader }: { reader: string }) {
  useEffect(() => {
    const keep = async () => {
      await deleteKeptPages({ except: reader });
      await registerWorker();
      const { active } = await navigator.serviceWorker.ready;
      active?.postMessage({ type: keepMessage, address: location.href });
    };
    if (navigator.serviceWorker) void keep();
  }, [reader]);
  return <meta name="connect-reader" content={reader} />;
}
