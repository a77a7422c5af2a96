"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Contents } from "@/lib/sync/contents";
import { openedStore } from "@/lib/sync/local-store";
import { type TakenIn, takeIn } from "@/lib/sync/take-in";
import { FieldScreen } from "../field/field-screen";
import { CarriedList } from "./carried-list";
import { GiveFile } from "./give-file";
import { GiveQr } from "./give-qr";
import { TakeFile } from "./take-file";
import { TakeQr } from "./take-qr";
import { TakenNotice } from "./taken-notice";

/** Work goes from one phone to another with no server between: by file or by QR codes. */
export function HandoverScreen() {
  const t = useTranslations("phone.handover");
  const [taken, setTaken] = useState<TakenIn | null>(null);
  const take = async (contents: Contents) => {
    const store = openedStore();
    if (!store) return;
    setTaken(await takeIn(store.db, contents));
    store.engine.kick();
  };
  return (
    <FieldScreen title={t("title")} subtitle={t("subtitle")} back="/field/me" tab="me">
      {taken && <TakenNotice taken={taken} />}
      <section className="card stack-s">
        <h2>{t("give.title")}</h2>
        <p className="sm">{t("give.text")}</p>
        <GiveFile />
        <GiveQr />
      </section>
      <section className="card stack-s">
        <h2>{t("take.title")}</h2>
        <p className="sm">{t("take.text")}</p>
        <TakeFile onTake={take} />
        <TakeQr onTake={take} />
      </section>
      <CarriedList />
    </FieldScreen>
  );
}
