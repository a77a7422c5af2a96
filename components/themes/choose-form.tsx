import "../comparison/comparison.css";
import type { ThemesAsked } from "@/lib/themes/asked";
import { codedKinds } from "@/lib/themes/kinds";
import type { ThemeWords } from "@/lib/themes/words";
import { Select } from "../form/select";
import { Button } from "../ui/button";

type Props = { asked: ThemesAsked; years: readonly number[]; words: ThemeWords };

/** An ordinary GET: what is chosen stands in the address. */
export function ChooseForm({ asked, years, words: { t } }: Props) {
  const offered = asked.year && !years.includes(asked.year) ? [asked.year, ...years] : years;
  return (
    <form className="cmp-form noprint" aria-label={t("choose.label")}>
      {asked.within && <input type="hidden" name="place" value={asked.within} />}
      <div className="cmp-fields">
        <Select
          name="year"
          label={t("choose.year")}
          defaultValue={asked.year ? String(asked.year) : ""}
          placeholder={t("choose.allYears")}
          options={offered.map((year) => ({ value: String(year), label: String(year) }))}
        />
        <Select
          name="kind"
          label={t("choose.kind")}
          defaultValue={asked.kind ?? ""}
          placeholder={t("choose.allKinds")}
          options={codedKinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
        />
        <Button type="submit">{t("choose.show")}</Button>
      </div>
    </form>
  );
}
