"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { type Contents, unpackContents } from "@/lib/sync/contents";
import { readKnown } from "@/lib/sync/database";
import { openedStore } from "@/lib/sync/local-store";
import { openParcel, ParcelError, type ParcelFault } from "@/lib/sync/parcel";
import type { ProgrammeKey } from "@/lib/sync/programme-key";
import { askRecovery, TransportError } from "@/lib/sync/transport";
import { PasswordField } from "../form/password-field";
import { TextField } from "../form/text-field";
import { type KeyRefusal, refusalOf } from "../lock/refusal";
import { Button } from "../ui/button";
import { Notice } from "../ui/notice";

type Fault = ParcelFault | "no_file";

/** With the code, or without it by the password of whoever made the file. */
async function read(file: File, given: FormData): Promise<Contents> {
  const store = openedStore();
  const programme = store ? await readKnown<ProgrammeKey>(store.db, "programme") : null;
  const password = given.get("password");
  const way =
    password === null
      ? { code: String(given.get("code") ?? "") }
      : {
          recover: (wrapped: string) =>
            askRecovery(store?.userId ?? "", { wrapped, password: String(password) }),
        };
  return unpackContents(
    await openParcel(new Uint8Array(await file.arrayBuffer()), { ...way, programme: programme ?? null }),
  );
}

/** Choose the file, type the code. What is wrong with either is said; nothing is taken in by halves. */
export function TakeFile({ onTake }: { onTake: (contents: Contents) => Promise<void> }) {
  const t = useTranslations("phone.handover.take");
  const [fault, setFault] = useState<Fault | null>(null);
  const [refusal, setRefusal] = useState<KeyRefusal | null>(null);
  const [forgotten, setForgotten] = useState(false);
  const [busy, setBusy] = useState(false);
  const tell = (told: { fault?: Fault; refusal?: KeyRefusal }) => {
    setFault(told.fault ?? null);
    setRefusal(told.refusal ?? null);
  };
  const open = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (busy) return;
    const form = event.currentTarget;
    const given = new FormData(form);
    const file = given.get("parcel");
    if (!(file instanceof File) || file.size === 0) return tell({ fault: "no_file" });
    setBusy(true);
    tell({});
    try {
      await onTake(await read(file, given));
      form.reset();
    } catch (error) {
      if (error instanceof TransportError) tell({ refusal: refusalOf(error) });
      else tell({ fault: error instanceof ParcelError ? error.fault : "damaged" });
    }
    setBusy(false);
  };
  const otherWay = () => {
    tell({});
    setForgotten(!forgotten);
  };
  return (
    <form className="stack-s" onSubmit={open}>
      <div className="field">
        <label htmlFor="parcel">{t("file")}</label>
        <input id="parcel" name="parcel" type="file" className="in" />
      </div>
      {forgotten ? (
        <PasswordField name="password" label={t("forgot.password")} help={t("forgot.help")} />
      ) : (
        <TextField
          name="code"
          label={t("code")}
          help={t("codeHelp")}
          autoComplete="off"
          autoCapitalize="characters"
          maxLength={20}
          error={fault === "wrong_code" ? t("fault.wrong_code") : undefined}
        />
      )}
      {fault && fault !== "wrong_code" && <Notice tone="late" live="assertive" title={t(`fault.${fault}`)} />}
      {refusal && <Notice tone="late" live="assertive" title={t(`forgot.fault.${refusal}`)} />}
      <Button type="submit" wide icon="download" aria-disabled={busy}>
        {busy ? t("opening") : t("open")}
      </Button>
      <Button kind="quiet" wide onClick={otherWay}>
        {t(forgotten ? "forgot.useCode" : "forgot.ask")}
      </Button>
    </form>
  );
}
