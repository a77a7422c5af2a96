"use client";

import { useLocale, useTranslations } from "next-intl";
import { uuidv7 } from "@/lib/changes/uuid";
import { formatDate } from "@/lib/i18n/format";
import { publishAction, revokeShareAction } from "@/lib/publishing/actions";
import { newShareToken } from "@/lib/publishing/share-token";
import { ButtonAnchor } from "../ui/button";
import { ConfirmedAct } from "./confirmed-act";

type Props = {
  place: string;
  planId: string;
  /** False: the village has not agreed, or has taken it back. */
  agreed: boolean;
  /** False: this installation has no address the public reaches. */
  reachable: boolean;
  share: Readonly<{ id: string; token: string; validUntil: string | null }> | null;
  mayPublish: boolean;
};

/** Why the poster carries a QR code or not, and the one step that changes it. */
export function SharePanel({ place, planId, agreed, reachable, share, mayPublish }: Props) {
  const t = useTranslations("poster.link");
  const locale = useLocale();
  const words = (act: "open" | "revoke") => ({
    button: t(act),
    title: t(`${act}Title`),
    effect: t(`${act}Effect`),
    confirm: t(`${act}Confirm`),
  });
  return (
    <section className="card stack-s">
      <h2>{agreed && share ? t("is") : t("title")}</h2>
      {!reachable && <p className="sm">{t("noAddress")}</p>}
      {!agreed && <p className="sm">{t("noConsent")}</p>}
      {agreed && !share && <p className="sm">{t("none")}</p>}
      {agreed && share?.validUntil && (
        <p className="sm">{t("until", { date: formatDate(share.validUntil, locale) })}</p>
      )}
      <div className="row wrap">
        {agreed && share && (
          <ButtonAnchor kind="plain" icon="eye" href={`/v/${share.token}?lang=${locale}`}>
            {t("show")}
          </ButtonAnchor>
        )}
        {mayPublish && agreed && !share && (
          <ConfirmedAct
            action={publishAction}
            words={words("open")}
            hidden={() => ({ place, planId, changeId: uuidv7(), subject: uuidv7(), token: newShareToken() })}
          />
        )}
        {mayPublish && share && (
          <ConfirmedAct
            danger
            action={revokeShareAction}
            words={words("revoke")}
            hidden={() => ({ place, shareId: share.id, changeId: uuidv7() })}
          />
        )}
      </div>
      {!mayPublish && agreed && !share && <p className="sm mut">{t("mayNot")}</p>}
    </section>
  );
}
