"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { WhatsappText } from "../instructions/whatsapp-text";
import { Button } from "../ui/button";
import { saveTextPicture } from "./text-picture";

type Props = { title: string; text: string; fileName: string };

/** Words ready for WhatsApp, folded away: to open there, to copy, or as a picture. */
export function SendMessage({ title, text, fileName }: Props) {
  const t = useTranslations("sharing");
  const [copied, setCopied] = useState(false);
  const copy = () =>
    navigator.clipboard?.writeText(text).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <details className="noprint">
      <summary className="fold-line sm">{title}</summary>
      <WhatsappText text={text} help={t("help")} open={t("open")} />
      <div className="row wrap mt-2">
        <Button onClick={copy}>{t("copy")}</Button>
        <Button kind="quiet" icon="download" onClick={() => saveTextPicture(text, fileName)}>
          {t("image")}
        </Button>
        <span role="status" className="sm">
          {copied && t("copied")}
        </span>
      </div>
    </details>
  );
}
