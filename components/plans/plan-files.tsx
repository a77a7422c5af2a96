"use client";

import { useLocale, useTranslations } from "next-intl";
import { useId, useState } from "react";
import { FieldLink } from "@/components/field/router";
import { useSyncState } from "@/components/field/store-hooks";
import { ButtonAnchor } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { localStore } from "@/lib/sync/local-store";
import { type SheetReply, sendSheet, sheetAddress } from "./send-sheet";
import { SheetAnswer } from "./sheet-answer";

/** What leaves the phone: the poster, and the plan as a spreadsheet, out and back in; the spreadsheet needs the network. */
export function PlanFiles({ planId }: { planId: string }) {
  const t = useTranslations("plans.files");
  const locale = useLocale();
  const { online, unsent } = useSyncState();
  const blocked = !online ? t("offline") : unsent > 0 ? t("unsent") : null;
  return (
    <section className="card stack-s">
      <h2>{t("title")}</h2>
      {blocked && (
        <p className="sm mut" role="status">
          {blocked}
        </p>
      )}
      <FieldLink className="btn wide" to={`/field/plans/${planId}/poster`}>
        <Icon name="print" small />
        {t("poster")}
      </FieldLink>
      {!blocked && (
        <>
          <ButtonAnchor icon="download" wide href={`${sheetAddress(planId)}?locale=${locale}`} download>
            {t("out")}
          </ButtonAnchor>
          <SheetIn planId={planId} />
        </>
      )}
    </section>
  );
}

/** A dry run first; nothing is written before the person has seen what would change. */
function SheetIn({ planId }: { planId: string }) {
  const t = useTranslations("plans.files");
  const id = useId();
  const [file, setFile] = useState<File | null>(null);
  const [reply, setReply] = useState<SheetReply | null>(null);
  const [busy, setBusy] = useState(false);
  const send = async (sent: File, confirm: boolean) => {
    setBusy(true);
    setReply(await sendSheet({ address: sheetAddress(planId), file: sent, confirm }));
    setBusy(false);
    if (confirm) void localStore.syncNow();
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
      {!busy && reply && file && <SheetAnswer reply={reply} onConfirm={() => send(file, true)} />}
    </div>
  );
}
