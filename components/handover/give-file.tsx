"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { today } from "@/lib/clock";
import { formatNumber } from "@/lib/i18n/format";
import { gatherContents, packContents } from "@/lib/sync/contents";
import { readKnown } from "@/lib/sync/database";
import { openedStore } from "@/lib/sync/local-store";
import { newParcelCode, sealParcel } from "@/lib/sync/parcel";
import type { ProgrammeKey } from "@/lib/sync/programme-key";
import { useLive } from "../field/use-live";
import { Button } from "../ui/button";
import { Notice } from "../ui/notice";

type Made = Readonly<{ file: File; code: string; url: string }>;

async function makeFile(): Promise<Made | null> {
  const store = openedStore();
  if (!store) return null;
  const { db, userId } = store;
  const code = newParcelCode();
  const programme = await readKnown<ProgrammeKey>(db, "programme");
  const blob = await sealParcel(packContents(await gatherContents(db)), { code, userId, programme });
  const file = new File([blob], `connect-${today()}.connect`, { type: blob.type });
  return { file, code, url: URL.createObjectURL(file) };
}

const shareable = ({ file }: Made) => navigator.canShare?.({ files: [file] }) === true;

/** A sealed file with everything unsent, and the code that opens it, shown once. */
export function GiveFile() {
  const t = useTranslations("phone.handover.give");
  const [made, setMade] = useState<Made | null>(null);
  const [state, setState] = useState<"idle" | "making" | "failed">("idle");
  const locale = useLocale();
  // A batch of a few would tell whose answers they are: a round goes out when its interviewer says so, not before.
  const open = useLive((db) => db.sealedAnswers.count(), []) ?? 0;
  const make = async () => {
    setState("making");
    const next = await makeFile().catch(() => null);
    if (made) URL.revokeObjectURL(made.url);
    setMade(next);
    setState(next ? "idle" : "failed");
  };
  return (
    <>
      {open > 0 && (
        <Notice tone="soon" title={t("openInterviews", { count: open, n: formatNumber(open, locale) })} />
      )}
      <Button wide icon="file" onClick={make} aria-disabled={state === "making"}>
        {state === "making" ? t("making") : t("file")}
      </Button>
      {state === "failed" && <Notice tone="late" live="assertive" title={t("failed")} />}
      {made && (
        <Notice tone="plain" icon="lock" live="polite" title={t("code")}>
          <p className="handover-code">{made.code}</p>
          <p>{t("codeHelp")}</p>
          <div className="row wrap mt-2">
            {shareable(made) && (
              <Button kind="pri" onClick={() => void navigator.share({ files: [made.file] }).catch(() => {})}>
                {t("share")}
              </Button>
            )}
            <a className="btn" href={made.url} download={made.file.name}>
              {t("save")}
            </a>
          </div>
        </Notice>
      )}
    </>
  );
}
