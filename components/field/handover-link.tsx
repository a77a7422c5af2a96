"use client";

import { useTranslations } from "next-intl";
import { Icon } from "../ui/icon";
import { FieldLink } from "./router";

/** To the screen where everything that the server has not taken yet is kept elsewhere or handed over. */
export function HandoverLink({ onGo }: { onGo?: () => void }) {
  const t = useTranslations("phone.handover");
  return (
    <FieldLink to="/field/handover" className="btn dim wide" onClick={onGo}>
      <Icon name="file" small />
      {t("link")}
    </FieldLink>
  );
}
