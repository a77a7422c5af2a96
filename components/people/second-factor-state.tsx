import { useLocale, useTranslations } from "next-intl";
import { formatNumber } from "@/lib/i18n/format";
import { ButtonLink } from "../ui/button";

export function SecondFactorState({ confirmed, codesLeft }: { confirmed: boolean; codesLeft: number }) {
  const t = useTranslations("people.me");
  const locale = useLocale();
  if (confirmed)
    return (
      <div className="stack-s">
        <p>{t("secondFactorOn", { count: codesLeft, n: formatNumber(codesLeft, locale) })}</p>
        <ButtonLink href="/sign-in/second-factor/replace">{t("secondFactorReplace")}</ButtonLink>
      </div>
    );
  return (
    <div className="stack-s">
      <p>{t("secondFactorOff")}</p>
      <ButtonLink href={`/sign-in/second-factor?return=%2F${locale}%2Fme`}>
        {t("secondFactorSetUp")}
      </ButtonLink>
    </div>
  );
}
