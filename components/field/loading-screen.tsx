import { useTranslations } from "next-intl";
import { PhoneShell } from "../shell/phone-shell";

export function LoadingCard() {
  const t = useTranslations("common.loading");
  return (
    <div className="card" role="status" aria-label={t("label")}>
      <div className="skeleton w-2/3" />
      <div className="skeleton" />
      <div className="skeleton w-5/6" />
    </div>
  );
}

/** The shape of what comes; also the whole of the static document. */
export function LoadingScreen() {
  const t = useTranslations("common");
  return (
    <PhoneShell title={t("product")}>
      <LoadingCard />
      <LoadingCard />
    </PhoneShell>
  );
}
