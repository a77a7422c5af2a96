import { useTranslations } from "next-intl";
import { PlainPage } from "@/components/shell/plain-page";
import { ButtonLink } from "@/components/ui/button";

export default function NotFound() {
  const t = useTranslations("errors.page");
  return (
    <PlainPage
      title={t("notFoundTitle")}
      text={t("notFoundText")}
      action={<ButtonLink href="/">{t("backHome")}</ButtonLink>}
    />
  );
}
