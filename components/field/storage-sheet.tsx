"use client";

import { useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";
import { storageTrouble, understood, watchTrouble } from "@/lib/sync/storage-trouble";
import { Button } from "../ui/button";
import { Sheet } from "../ui/sheet";
import { HandoverLink } from "./handover-link";

/** Stops the person when what they entered is not stored, whatever screen they are on. */
export function StorageSheet() {
  const t = useTranslations("phone.storage");
  const trouble = useSyncExternalStore(watchTrouble, storageTrouble, () => null);
  return (
    <Sheet open={trouble !== null} onClose={understood} title={trouble ? t(trouble) : ""}>
      {trouble && (
        <div className="stack-s" role="alert">
          <p>{t(`${trouble}Text`)}</p>
          {trouble !== "full" && (
            <Button kind="pri" wide onClick={() => location.reload()}>
              {t("reload")}
            </Button>
          )}
          <HandoverLink onGo={understood} />
          <Button kind="plain" wide onClick={understood}>
            {t("understood")}
          </Button>
        </div>
      )}
    </Sheet>
  );
}
