"use client";

import { useLocale, useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { formatNumber } from "@/lib/i18n/format";
import { type Contents, unpackContents } from "@/lib/sync/contents";
import { FrameCollector } from "@/lib/sync/qr-frames";
import { Button } from "../ui/button";
import { Notice } from "../ui/notice";
import { readQr } from "./read-qr";

type Take = (contents: Contents) => Promise<void>;
type Progress = { have: number; count: number };

/** Adds what was read; once everything is there it is taken in. */
function useFrames(onTake: Take) {
  const collector = useRef(new FrameCollector());
  const [progress, setProgress] = useState<Progress>({ have: 0, count: 0 });
  const [fault, setFault] = useState(false);
  const read = async (texts: readonly string[]): Promise<boolean> => {
    const all = collector.current;
    if (!texts.some((text) => all.add(text) === "new")) return false;
    setProgress({ have: all.have, count: all.count });
    if (!all.complete) return false;
    collector.current = new FrameCollector();
    setProgress({ have: 0, count: 0 });
    try {
      await onTake(unpackContents(await all.bytes()));
      setFault(false);
    } catch {
      setFault(true);
    }
    return true;
  };
  return { progress, fault, read };
}

/** Reads the QR codes of the other phone: with the camera, or from pictures of them. */
export function TakeQr({ onTake }: { onTake: Take }) {
  const t = useTranslations("phone.handover.take");
  const locale = useLocale();
  const { progress, fault, read } = useFrames(onTake);
  const [filming, setFilming] = useState(false);
  const [refused, setRefused] = useState<"camera" | "picture" | null>(null);
  const pictures = async (files: FileList | null) => {
    let found = false;
    for (const file of files ?? []) {
      const bitmap = await createImageBitmap(file).catch(() => null);
      const texts = bitmap ? await readQr(bitmap) : [];
      found ||= texts.length > 0;
      await read(texts);
    }
    setRefused(found ? null : "picture");
  };
  const numbers = { k: formatNumber(progress.have, locale), n: formatNumber(progress.count, locale) };
  return (
    <div className="stack-s">
      <Button wide icon="camera" onClick={() => setFilming(!filming)}>
        {filming ? t("stop") : t("camera")}
      </Button>
      {filming && (
        <Camera
          onRead={async (texts) => (await read(texts)) && setFilming(false)}
          onRefused={() => {
            setFilming(false);
            setRefused("camera");
          }}
        />
      )}
      {progress.count > 0 && (
        <div role="status">
          <p>{t("progress", numbers)}</p>
          <progress
            className="w-full"
            value={progress.have}
            max={progress.count}
            aria-label={t("progressLabel")}
          />
        </div>
      )}
      {refused && <Notice tone="late" live="assertive" title={t(`refused.${refused}`)} />}
      {fault && <Notice tone="late" live="assertive" title={t("fault.damaged")} />}
      <div className="field">
        <label htmlFor="qr-pictures">{t("pictures")}</label>
        <input
          id="qr-pictures"
          type="file"
          accept="image/*"
          multiple
          className="in"
          onChange={(event) => void pictures(event.target.files)}
        />
      </div>
    </div>
  );
}

const everyMs = 150;
type CameraProps = { onRead: (texts: string[]) => unknown; onRefused: () => void };

function Camera({ onRead, onRefused }: CameraProps) {
  const t = useTranslations("phone.handover.take");
  const video = useRef<HTMLVideoElement>(null);
  const handlers = useRef({ onRead, onRefused });
  handlers.current = { onRead, onRefused };
  useEffect(() => {
    let stream: MediaStream | null = null;
    let stopped = false;
    const look = async () => {
      const element = video.current;
      if (stopped || !element) return;
      if (element.videoWidth > 0) await handlers.current.onRead(await readQr(element));
      setTimeout(look, everyMs);
    };
    const start = async () => {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
      if (stopped || !video.current) return stream.getTracks().forEach((track) => void track.stop());
      video.current.srcObject = stream;
      await video.current.play();
      void look();
    };
    start().catch(() => stopped || handlers.current.onRefused());
    return () => {
      stopped = true;
      for (const track of stream?.getTracks() ?? []) track.stop();
    };
  }, []);
  return <video ref={video} className="handover-video" muted playsInline aria-label={t("cameraLabel")} />;
}
