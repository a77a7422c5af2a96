import { useTranslations } from "next-intl";
import type { PublishedReach } from "@/lib/rollout/reach";
import { Card } from "../ui/card";

/** Each figure in the words of its source, numbered as in the chart; they disagree and are not merged. */
export function PublishedFigures({ figures }: { figures: readonly PublishedReach[] }) {
  const t = useTranslations("rollout");
  if (figures.length === 0) return null;
  return (
    <Card title={t("published")}>
      <p className="sm mut">{t("publishedLead")}</p>
      <ol className="stack-s mt-2">
        {figures.map((figure, index) => (
          <li key={figure.id}>
            <b>[{index + 1}]</b> <q lang="en">{figure.wording}</q>
            <span className="block sm mut">
              {t("source", { source: `${figure.source}, ${figure.dateWording}` })}
            </span>
          </li>
        ))}
      </ol>
    </Card>
  );
}
