import { tableNames } from "@/lib/published/schema";
import { type PublishedWords, quarterText } from "@/lib/published/words";
import { Select } from "../form/select";
import { Button } from "../ui/button";

type Props = {
  table: string;
  quarter: number;
  quarters: readonly number[];
  words: PublishedWords;
};

/** An ordinary GET form: the choice stands in the address. */
export function ChooseTable({ table, quarter, quarters, words }: Props) {
  const { t, locale } = words;
  return (
    <form action={`/${locale}/published/new`} className="cmp-form stack-s">
      <Select
        name="table"
        label={t("publish.table")}
        defaultValue={table}
        options={tableNames.map((name) => ({ value: name, label: t(`table.${name}`) }))}
      />
      <Select
        name="quarter"
        label={t("publish.quarter")}
        defaultValue={String(quarter)}
        options={quarters.map((one) => ({ value: String(one), label: quarterText(words, one) }))}
      />
      <Button type="submit">{t("publish.look")}</Button>
    </form>
  );
}
