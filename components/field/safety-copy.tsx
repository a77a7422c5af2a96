"use client";

import { useTranslations } from "next-intl";
import { today } from "@/lib/clock";
import { safetyCopy } from "@/lib/sync/safety-copy";
import { Button } from "../ui/button";
import { useOpenedStore } from "./use-live";

/** Everything that the server has not taken yet, as a file to keep elsewhere. */
export function SafetyCopyButton() {
  const t = useTranslations("field.outbox");
  const db = useOpenedStore()?.db;
  const save = async () => {
    if (!db) return;
    const url = URL.createObjectURL(await safetyCopy(db));
    const anchor = Object.assign(document.createElement("a"), {
      href: url,
      download: `connect-${today()}.json`,
    });
    anchor.click();
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
  };
  return (
    <Button kind="dim" wide icon="file" onClick={save}>
      {t("safetyCopy")}
    </Button>
  );
}
