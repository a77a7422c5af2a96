"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { type SheetReply, sendSheet } from "./send-sheet";
import { SheetAnswer } from "./sheet-answer";

type Props = { address: string; onTaken: () => void; rows?: "lines" };

/** A dry run first; nothing is written before the person has seen what would change. */
export function SheetIn({ address, onTaken, rows }: Props) {
  const t = useTranslations("plans.files");
  const id = useId();
  const [file, setFile] = useState<File | null>(null);
  const [reply, setReply] = useState<SheetReply | null>(null);
  const [busy, setBusy] = useState(false);
  const send = async (sent: File, confirm: boolean) => {
    setBusy(true);
    setReply(await sendSheet({ address, file: sent, confirm }));
    setBusy(false);
    if (confirm) onTaken();
  };
  const choose = (input: HTMLInputElement) => {
    const chosen = input.files?.[0];
    input.value = "";
    if (!chosen) return;
    setFile(chosen);
    void send(chosen, false);
  };
  return (
    <div className="stack-s">
      <span className="photo-button w-full">
        <input
          id={id}
          className="vh"
          type="file"
          accept=".xlsx"
          aria-label={t("in")}
          onChange={(event) => choose(event.currentTarget)}
        />
        <label htmlFor={id} className="btn wide" aria-hidden="true">
          {t("in")}
        </label>
      </span>
      {busy && <p role="status">{t("reading")}</p>}
      {!busy && reply && file && <SheetAnswer reply={reply} rows={rows} onConfirm={() => send(file, true)} />}
    </div>
  );
}
