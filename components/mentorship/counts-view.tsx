import { useLocale, useTranslations } from "next-intl";
import { formatNumber } from "@/lib/i18n/format";
import type { DistrictCounts } from "@/lib/mentorship/queries";
import { ButtonLink } from "../ui/button";
import { EmptyState } from "../ui/empty-state";
import { PageHeader } from "../ui/page-header";
import { CountsTable } from "./counts-cards";

/** For those who see how many and where, and nobody's score. */
export function CountsView({ areas }: { areas: readonly DistrictCounts[] }) {
  const t = useTranslations("mentees");
  const locale = useLocale();
  if (areas.length === 0) return <EmptyState title={t("noneAnywhere")} why={t("noneAnywhereWhy")} />;
  const sum = (of: "covered" | "facilities") => areas.reduce((total, one) => total + one[of], 0);
  const title = t("counts.title", {
    k: formatNumber(sum("covered"), locale),
    n: formatNumber(sum("facilities"), locale),
  });
  return (
    <>
      <PageHeader
        title={title}
        lead={t("private")}
        action={<ButtonLink href="/trainings">{t("trainings")}</ButtonLink>}
      />
      <CountsTable areas={areas} />
    </>
  );
}
