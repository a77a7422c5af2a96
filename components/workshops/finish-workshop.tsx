"use client";

import { useTranslations } from "next-intl";
import { localStore } from "@/lib/sync/local-store";
import type { FieldRecord } from "../field/store-hooks";
import { Button } from "../ui/button";

/** Declares the workshop held, or opens it again. */
export function FinishWorkshop({ workshop }: { workshop: FieldRecord<"workshop"> }) {
  const t = useTranslations("workshops");
  const done = workshop.fields.status === "done";
  const set = (status: "done" | "under_way") =>
    localStore.record({ type: "workshop", subject: workshop.id, place: workshop.place, fields: { status } });
  return done ? (
    <Button kind="dim" wide onClick={() => void set("under_way")}>
      {t("reopen")}
    </Button>
  ) : (
    <Button kind="plain" wide icon="check" onClick={() => void set("done")}>
      {t("finish")}
    </Button>
  );
}
