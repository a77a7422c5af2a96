"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { type Contents, unpackContents } from "@/lib/sync/contents";
import { readKnown } from "@/lib/sync/database";
import { openedStore } from "@/lib/sync/local-store";
import { openParcel, ParcelError, type ParcelFault } from "@/lib/sync/parcel";
import type { ProgrammeKey } from "@/lib/sync/programme-key";
import { TextField } from "../form/text-field";
import { Button } from "../ui/button";
import { Notice } from "../ui/notice";

type Fault = ParcelFault | "no_file";

async function read(file: File, code: string): Promise<Contents> {
  const db = openedStore()?.db;
  const programme = db ? await readKnown<ProgrammeKey>(db, "programme") : null;
  return unpackContents(await openParcel(new Uint8Array(await file.arrayBuffer()), { code, programme }));
}

/** Choose the file, type the code. What is wrong with either is said; nothing is taken in by halves. */
export function TakeFile({ onTake }: { onTake: (contents: Contents) => Promise<void> }) {
  const t = useTranslations("phone.handover.take");
  const [fault, setFault] = useState<Fault | null>(null);
  const [busy, setBusy] = useState(false);
  const open = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const given = new FormData(form);
    const file = given.get("parcel");
    if (!(file instanceof File) || file.size === 0) return setFault("no_file");
    setBusy(true);
    setFault(null);
    try {
      await onTake(await read(file, String(given.get("code") ?? "")));
      form.reset();
    } catch (error) {
      setFault(error instanceof ParcelError ? error.fault : "damaged");
    }
    setBusy(false);
  };
  return (
    <form className="stack-s" onSubmit={open}>
      <div className="field">
        <label htmlFor="parcel">{t("file")}</label>
        <input id="parcel" name="parcel" type="file" className="in" />
      </div>
      <TextField
        name="code"
        label={t("code")}
        help={t("codeHelp")}
        autoComplete="off"
        autoCapitalize="characters"
        maxLength={20}
        error={fault === "wrong_code" ? t("fault.wrong_code") : undefined}
      />
      {fault && fault !== "wrong_code" && <Notice tone="late" live="assertive" title={t(`fault.${fault}`)} />}
      <Button type="submit" wide icon="download" aria-disabled={busy}>
        {busy ? t("opening") : t("open")}
      </Button>
    </form>
  );
}
