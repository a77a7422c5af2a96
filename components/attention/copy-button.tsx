"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "../ui/button";

/** Says when it has copied; where a browser refuses, the text above can be marked by hand. */
export function CopyButton({ text }: { text: string }) {
  const t = useTranslations("attention.digest");
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard?.writeText(text).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  return (
    <p className="row mt-2">
      <Button onClick={copy}>{t("copy")}</Button>
      <span aria-live="polite">{copied ? t("copied") : ""}</span>
    </p>
  );
}
