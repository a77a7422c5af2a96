"use client";

import { useLocale, useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { formatNumber } from "@/lib/i18n/format";
import { gatherContents, packContents } from "@/lib/sync/contents";
import { openedStore } from "@/lib/sync/local-store";
import { framesOf } from "@/lib/sync/qr-frames";
import { QrCode } from "../people/qr-code";
import { Button } from "../ui/button";
import { Sheet } from "../ui/sheet";

const frameMs = 700;

/** Text records as QR codes one after the other, for the other phone's camera. Pictures go by file. */
export function GiveQr() {
  const t = useTranslations("phone.handover.give");
  const [frames, setFrames] = useState<readonly string[] | null>(null);
  const show = async () => {
    const store = openedStore();
    if (!store) return;
    setFrames(await framesOf(packContents(await gatherContents(store.db, { whole: false }))));
  };
  return (
    <>
      <Button wide icon="grid" onClick={show}>
        {t("qr")}
      </Button>
      <Sheet open={frames !== null} onClose={() => setFrames(null)} title={t("qrTitle")}>
        {frames && <Frames frames={frames} />}
      </Sheet>
    </>
  );
}

function Frames({ frames }: { frames: readonly string[] }) {
  const t = useTranslations("phone.handover.give");
  const locale = useLocale();
  const [at, setAt] = useState(0);
  const [running, setRunning] = useState(true);
  useEffect(() => {
    if (!running || frames.length < 2) return;
    const timer = setInterval(() => setAt((now) => (now + 1) % frames.length), frameMs);
    return () => clearInterval(timer);
  }, [running, frames]);
  const numbers = { k: formatNumber(at + 1, locale), n: formatNumber(frames.length, locale) };
  const step = (by: number) => {
    setRunning(false);
    setAt((now) => (now + by + frames.length) % frames.length);
  };
  return (
    <div className="stack-s">
      <p>{t("qrText")}</p>
      <div className="handover-qr">
        <QrCode text={frames[at] as string} label={t("qrLabel", numbers)} size={312} />
      </div>
      <p className="text-center">{t("qrLabel", numbers)}</p>
      {frames.length > 1 && (
        <div className="row wrap">
          <Button icon="back" aria-label={t("previous")} onClick={() => step(-1)} />
          <Button className="grow" onClick={() => setRunning(!running)}>
            {running ? t("hold") : t("goOn")}
          </Button>
          <Button icon="forward" aria-label={t("next")} onClick={() => step(1)} />
        </div>
      )}
    </div>
  );
}
