"use client";

import { useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";
import { agreeToNewVersion, type VersionState, versionState, watchVersion } from "@/lib/offline/new-version";
import { Button } from "../ui/button";
import { Notice } from "../ui/notice";

/** A newer version never takes over by itself: it says so, and the person chooses the moment. */
export function NewVersion() {
  const t = useTranslations("offline.update");
  const state = useSyncExternalStore<VersionState>(watchVersion, versionState, () => "current");
  if (state === "current") return null;
  return (
    <div className="px-4 pt-3">
      <Notice
        tone="soon"
        live="polite"
        title={t("title")}
        action={
          state !== "agreed" && (
            <Button kind="pri" onClick={() => void agreeToNewVersion()}>
              {t("reload")}
            </Button>
          )
        }
      >
        {state === "agreed" && t("others")}
        {state === "replaced" && t("old")}
      </Notice>
    </div>
  );
}
