import { useTranslations } from "next-intl";
import { ButtonAnchor } from "../ui/button";
import { Card } from "../ui/card";

/** The researchers' file of the area and year that are shown. */
export function ResearchCard({ query }: { query: string }) {
  const t = useTranslations("research.card");
  return (
    <Card title={t("title")} className="stack-s">
      <p className="sm">{t("why")}</p>
      <div>
        <ButtonAnchor icon="download" small href={`/api/evaluation/research?${query}`} download>
          {t("download")}
        </ButtonAnchor>
      </div>
    </Card>
  );
}
