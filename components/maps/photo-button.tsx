"use client";

import { useTranslations } from "next-intl";
import { type ChangeEvent, useId, useState } from "react";
import { Icon } from "@/components/ui/icon";
import { StatusMark } from "@/components/ui/status-mark";
import { isNoPicture } from "@/lib/media/schema";

type Props = { label: string; onPick: (file: File) => Promise<unknown>; wide?: boolean };

/** Takes or chooses one photo; the phone asks whether camera or gallery. */
export function PhotoButton({ label, onPick, wide }: Props) {
  const t = useTranslations("media");
  const id = useId();
  const [state, setState] = useState<"idle" | "working" | "wrong" | "notKept">("idle");
  const pick = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0];
    if (!file) return;
    setState("working");
    await onPick(file).then(
      () => setState("idle"),
      (error) => setState(isNoPicture(error) ? "wrong" : "notKept"),
    );
    target.value = "";
  };
  return (
    <div className={wide ? undefined : "grow"}>
      <input
        id={id}
        type="file"
        accept="image/*"
        className="vh photo-input"
        onChange={pick}
        disabled={state === "working"}
      />
      <label htmlFor={id} className="btn dim wide">
        <Icon name="camera" small />
        {state === "working" ? t("working") : label}
      </label>
      {(state === "wrong" || state === "notKept") && (
        <p className="field-error" role="alert">
          <StatusMark status="late" />
          <span>{t(state)}</span>
        </p>
      )}
    </div>
  );
}
