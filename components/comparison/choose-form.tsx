import "./comparison.css";
import { type Choices, distanceBands, groupings, villageSorts } from "@/lib/comparison/choices";
import type { Comparison } from "@/lib/comparison/village-rows";
import { type ComparisonWords, partWords } from "@/lib/comparison/words";
import { placeName } from "@/lib/i18n/place-name";
import { Select } from "../form/select";
import { Button } from "../ui/button";

type Props = { comparison: Comparison; choices: Choices; district: string; words: ComparisonWords };

/** An ordinary GET: what is chosen stands in the address, to be kept, shared and gone back to. */
export function ChooseForm({ comparison, choices, district, words }: Props) {
  const { locale, choose: t } = words;
  return (
    <form className="cmp-form noprint" aria-label={t("label")}>
      <input type="hidden" name="district" value={district} />
      <div className="cmp-fields">
        <Select
          name="indicator"
          label={t("indicator")}
          defaultValue={comparison.indicator.code}
          options={comparison.indicators.map((one) => ({ value: one.code, label: placeName(one, locale) }))}
        />
        <Select
          name="sort"
          label={t("sort")}
          defaultValue={choices.sort}
          options={villageSorts.map((value) => ({ value, label: t(`sorts.${value}`) }))}
        />
        <Button type="submit">{t("show")}</Button>
      </div>
      <details>
        <summary className="fold-line">{t("more")}</summary>
        <div className="cmp-fields">
          <Select
            name="by"
            label={t("by")}
            defaultValue={choices.by}
            options={groupings.map((value) => ({ value, label: t(`grouping.${value}`) }))}
          />
          <FilterFields comparison={comparison} choices={choices} words={words} />
        </div>
      </details>
    </form>
  );
}

const marks = ["late", "soon", "doing", "done", "todo", "nodata"] as const;
const unique = (list: readonly (string | null | undefined)[]) => [
  ...new Set(list.filter((one): one is string => Boolean(one))),
];

/** Only what some village is: nothing to choose that would show nothing. */
function FilterFields({ comparison: { villages }, choices, words }: Omit<Props, "district">) {
  const { choose: t, status } = words;
  const part = partWords(words, villages);
  const group = unique(villages.map(({ mainGroup }) => mainGroup?.id));
  const season = unique(villages.map(({ wetAccess }) => wetAccess));
  const centre = unique(villages.map((village) => village.centre?.code ?? village.centre?.id));
  const fields = [
    ["status", marks.map((value) => ({ value, label: status(value) }))],
    ["group", group.map((value) => ({ value, label: part("group", value) }))],
    ["season", season.map((value) => ({ value, label: part("season", value) }))],
    ["centre", centre.map((value) => ({ value, label: part("centre", value) }))],
    ["distance", distanceBands.map((value) => ({ value, label: t(`distance.${value}`) }))],
    ["workshop", (["yes", "no"] as const).map((value) => ({ value, label: t(`workshop.${value}`) }))],
  ] as const;
  return fields.map(([name, options]) => (
    <Select
      key={name}
      name={name}
      label={t(`filter.${name}`)}
      defaultValue={choices.filters[name] ?? ""}
      placeholder={t("any")}
      options={options}
    />
  ));
}
