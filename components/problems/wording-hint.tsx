import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";

/** A nudge from a missing solution to the bad situation behind it; never a refusal. */
export function WordingHint({ typed }: { typed: string }) {
  const t = useTranslations("problems.form");
  return (
    <Notice icon="info" live="polite" title={t("hintTitle")}>
      <p>{t("hintText", { typed })}</p>
      <p className="mut">{t("hintExample")}</p>
    </Notice>
  );
}
