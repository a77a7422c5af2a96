import { useTranslations } from "next-intl";
import {
  clearSecondFactorAction,
  closeAccountAction,
  endSessionsAction,
  reopenAccountAction,
} from "@/lib/people/actions";
import { ActForm } from "./act-form";

/** What reaches far: each says what it does before its button. */
export function AccountActs({ userId, closed }: { userId: string; closed: boolean }) {
  const t = useTranslations("people.account");
  const hidden = { userId };
  if (closed)
    return (
      <ActForm action={reopenAccountAction} hidden={hidden}>
        {t("reopen")}
      </ActForm>
    );
  return (
    <div className="stack">
      <ActForm action={endSessionsAction} hidden={hidden}>
        {t("endSessions")}
      </ActForm>
      <ActForm action={clearSecondFactorAction} hidden={hidden} help={t("clearSecondFactorHelp")}>
        {t("clearSecondFactor")}
      </ActForm>
      <ActForm action={closeAccountAction} hidden={hidden} kind="danger" help={t("closeHelp")}>
        {t("close")}
      </ActForm>
    </div>
  );
}
