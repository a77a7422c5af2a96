"use client";

import { useLocale, useTranslations } from "next-intl";
import { FieldLink } from "@/components/field/router";
import { useSyncState } from "@/components/field/store-hooks";
import { ButtonAnchor } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { localStore } from "@/lib/sync/local-store";
import { sheetAddress } from "./send-sheet";
import { SheetIn } from "./sheet-in";

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
          <SheetIn address={sheetAddress(planId)} onTaken={() => void localStore.syncNow()} />
        </>
      )}
    </section>
  );
}
