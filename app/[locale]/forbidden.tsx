import { useTranslations } from "next-intl";
import { PlainPage } from "@/components/shell/plain-page";
import { ButtonLink } from "@/components/ui/button";

export default function Forbidden() {
  const t = useTranslations("errors.page");
  return (
    <PlainPage
      title={t("forbiddenTitle")}
      text={t("forbiddenText")}
      action={<ButtonLink href="/">{t("backHome")}</ButtonLink>}
    />
  );
}
