"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { localStore, lockStore, openedStore } from "@/lib/sync/local-store";
import { changePin, PinError, removePin, setPin } from "@/lib/sync/store-lock";
import { aloneWith } from "@/lib/sync/windows";
import { useKnown } from "../field/store-hooks";
import { Button } from "../ui/button";
import { Notice } from "../ui/notice";
import { PinForm, type TypedPins } from "./pin-form";

type Doing = "set" | "change" | "remove";

async function perform(doing: Doing, { present, next }: TypedPins): Promise<void> {
  const store = openedStore();
  if (!store) return;
  await localStore.settle();
  const { db } = store;
  const works = {
    set: () => setPin(db, next),
    change: () => changePin(db, { present, next }),
    remove: () => removePin(db, present),
  };
  if (!(await aloneWith(db.name, works[doing]))) throw new PinError("other_windows");
}

/** Sets, changes and removes the PIN of this phone, and locks it at once. */
export function PinCard() {
  const t = useTranslations("phone.pin");
  const lock = useKnown("lock");
  const programme = useKnown("programme");
  const [doing, setDoing] = useState<Doing | null>(null);
  const [done, setDone] = useState<Doing | null>(null);
  const possible = Boolean(programme && globalThis.crypto?.subtle && globalThis.navigator?.locks);
  const begin = (next: Doing) => {
    setDone(null);
    setDoing(next);
  };
  const finish = async (pins: TypedPins) => {
    if (!doing) return;
    await perform(doing, pins);
    setDone(doing);
    setDoing(null);
  };
  return (
    <section className="card stack-s">
      <h2>{t("title")}</h2>
      <p className="sm">{lock ? t("on") : possible ? t("off") : t("unavailable")}</p>
      {done && <Notice tone="done" live="polite" title={t(done === "remove" ? "removed" : "saved")} />}
      {doing && (
        <PinForm
          key={doing}
          withPresent={doing !== "set"}
          withNext={doing !== "remove"}
          onPins={finish}
          onCancel={() => setDoing(null)}
        />
      )}
      {!doing && (
        <div className="row wrap">
          {!lock && possible && <Button onClick={() => begin("set")}>{t("set")}</Button>}
          {lock && (
            <>
              <Button icon="lock" onClick={() => void lockStore()}>
                {t("lockNow")}
              </Button>
              <Button onClick={() => begin("change")}>{t("change")}</Button>
              <Button kind="quiet" onClick={() => begin("remove")}>
                {t("remove")}
              </Button>
            </>
          )}
        </div>
      )}
    </section>
  );
}
