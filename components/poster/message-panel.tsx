"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { TextArea } from "../form/text-field";
import { Button } from "../ui/button";
import { saveMapPicture } from "./map-picture";

/** A message ready for WhatsApp and the map as a picture to go with it; null: the village has not agreed to share. */
export function MessagePanel({ text, fileName }: { text: string | null; fileName: string }) {
  const t = useTranslations("poster.message");
  const [copied, setCopied] = useState(false);
  if (text === null) {
    return (
      <section className="card stack-s">
        <h2>{t("title")}</h2>
        <p className="sm">{t("noConsent")}</p>
      </section>
    );
  }
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
  };
  return (
    <section className="card stack-s">
      <h2>{t("title")}</h2>
      <TextArea name="message" label={t("text")} rows={6} readOnly defaultValue={text} key={text} />
      <div className="row wrap">
        <Button onClick={copy}>{t("copy")}</Button>
        <Button kind="quiet" icon="download" onClick={() => saveMapPicture(fileName)}>
          {t("image")}
        </Button>
        <span role="status" className="sm">
          {copied && t("copied")}
        </span>
      </div>
    </section>
  );
}
