"use client";

import { useTranslations } from "next-intl";
import { EmptyState } from "../ui/empty-state";
import { FieldScreen } from "./field-screen";
import { FieldLink } from "./router";

/** Nothing under this address on this phone: mistyped, not received yet, or of another district. */
export function LostScreen() {
  const t = useTranslations("field.lost");
  const home = (
    <FieldLink to="/field" className="btn pri">
      {t("home")}
    </FieldLink>
  );
  return (
    <FieldScreen title={t("title")} back="/field">
      <EmptyState title={t("title")} why={t("why")} action={home} />
    </FieldScreen>
  );
}
