import { type Choices, choicesQuery, withoutFilter } from "@/lib/comparison/choices";
import type { ComparedVillage } from "@/lib/comparison/village-rows";
import { activeFilters, type ComparisonWords, filterText, partWords } from "@/lib/comparison/words";
import { ChipLink } from "../ui/chip";

type Props = {
  villages: readonly ComparedVillage[];
  choices: Choices;
  district: string;
  words: ComparisonWords;
};

/** The filters in force, each a link to the page without it. */
export function FilterChips({ villages, choices, district, words }: Props) {
  const { choose: t } = words;
  const active = activeFilters(choices.filters);
  if (active.length === 0) return null;
  const part = partWords(words, villages);
  return (
    <nav className="chips noprint" aria-label={t("active")}>
      {active.map(([name, value]) => {
        const filter = filterText(words, part, name, value);
        const query = new URLSearchParams({ district, ...choicesQuery(withoutFilter(choices, name)) });
        return (
          <ChipLink key={name} href={`/villages?${query}`} aria-label={t("remove", { filter })}>
            {filter} <span aria-hidden="true">×</span>
          </ChipLink>
        );
      })}
    </nav>
  );
}
