import type { RolloutWords } from "@/lib/rollout/words";
import { ButtonAnchor } from "../ui/button";

type Props = { path: string; query: string; words: RolloutWords };

/** What the page shows, with its filters and its date. */
export function Downloads({ path, query, words: { t, locale } }: Props) {
  const join = query ? "&" : "?";
  return (["xlsx", "csv"] as const).map((format) => (
    <ButtonAnchor
      key={format}
      icon="download"
      href={`${path}${query}${join}format=${format}&locale=${locale}`}
      download
    >
      {t("downloads", { format: format === "csv" ? "CSV" : "Excel" })}
    </ButtonAnchor>
  ));
}
