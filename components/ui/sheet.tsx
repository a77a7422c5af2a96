"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useId, useRef } from "react";
import { Button } from "./button";

type Props = { open: boolean; onClose: () => void; title: ReactNode; children: ReactNode };

/** A native dialog: a sheet from below on a phone, a box on a desk. Escape and the cross close it. */
export function Sheet({ open, onClose, title, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const t = useTranslations("common.action");
  useEffect(() => {
    const element = dialog.current;
    if (!element) return;
    if (open && !element.open) element.showModal();
    if (!open && element.open) element.close();
  }, [open]);
  return (
    <dialog ref={dialog} className="sheet" aria-labelledby={titleId} onClose={onClose}>
      <div className="row between top">
        <h2 id={titleId}>{title}</h2>
        <Button kind="quiet" icon="cross" aria-label={t("close")} onClick={onClose} />
      </div>
      {open && <div className="mt-2">{children}</div>}
    </dialog>
  );
}
