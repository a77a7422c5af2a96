"use client";

import { useEffect } from "react";
import { deleteKeptPages } from "@/lib/offline/kept-cache";
import { keepMessage } from "@/lib/offline/names";
import { registerWorker } from "@/lib/offline/register";

type Props = {
  reader: string;
  /** As addresses name the district that it shows. */
  district: string;
};

/** On a page that is kept for times without network: says whose it is and of what, and asks the worker to keep it. */
export function KeepPage({ reader, district }: Props) {
  useEffect(() => {
    const keep = async () => {
      await deleteKeptPages({ except: reader });
      await registerWorker();
      const { active } = await navigator.serviceWorker.ready;
      active?.postMessage({ type: keepMessage, address: location.href });
    };
    if (navigator.serviceWorker) void keep();
  }, [reader]);
  return (
    <>
      <meta name="connect-reader" content={reader} />
      <meta name="connect-district" content={district} />
    </>
  );
}
