"use client";

import { useLocale, useTranslations } from "next-intl";
import { formatNumber } from "@/lib/i18n/format";
import { closeStore } from "@/lib/sync/local-store";
import { askSignOut } from "@/lib/sync/transport";
import { Button } from "../ui/button";
import { Sheet } from "../ui/sheet";
import { HandoverLink } from "./handover-link";
import { forgetUser } from "./session";
import { useSyncState } from "./store-hooks";

/** Says what stays behind before anybody signs out. What is unsent stays, locked, for its owner only. */
export function SignOutSheet({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useTranslations("field.signOut");
  const locale = useLocale();
  const { unsent, interviews, needsYou, carried } = useSyncState();
  const kept = unsent + interviews + needsYou + carried;
  const leave = async () => {
    await askSignOut().catch(() => null);
    await forgetUser();
    await closeStore({ remove: kept === 0 });
    location.assign(`/${locale}/sign-in`);
  };
  return (
    <Sheet open={open} onClose={onClose} title={t("title")}>
      <div className="stack-s">
        <p>{kept > 0 ? t("unsent", { count: kept, n: formatNumber(kept, locale) }) : t("nothingUnsent")}</p>
        <Button kind="pri" wide onClick={onClose}>
          {kept > 0 ? t("stayAndWait") : t("stay")}
        </Button>
        {kept > 0 && <HandoverLink />}
        <Button kind="danger" wide onClick={leave}>
          {t("leave")}
        </Button>
      </div>
    </Sheet>
  );
}
