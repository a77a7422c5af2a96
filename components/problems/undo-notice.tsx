"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { RecordType } from "@/lib/changes/registry";
import { localStore } from "@/lib/sync/local-store";

export type Deleted = Readonly<{ type: RecordType; id: string; words: string }>;

/** Deleting with a way back: remembers the last one deleted on this screen. */
export function useUndo() {
  const [deleted, setDeleted] = useState<Deleted | null>(null);
  return {
    deleted,
    remove: async (what: Deleted) => {
      await localStore.removeRecord(what.type, what.id);
      setDeleted(what);
    },
    undo: async () => {
      if (!deleted) return;
      await localStore.undoRemove(deleted.type, deleted.id);
      setDeleted(null);
    },
  };
}

export function UndoNotice({ deleted, onUndo }: { deleted: Deleted | null; onUndo: () => void }) {
  const t = useTranslations("problems");
  if (!deleted) return null;
  return (
    <Notice
      icon="trash"
      live="polite"
      title={deleted.words}
      action={
        <Button icon="undo" onClick={onUndo}>
          {t("undo")}
        </Button>
      }
    />
  );
}
