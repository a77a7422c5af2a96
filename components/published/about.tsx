import type { Measure } from "@/lib/published/measures";
import type { TableName } from "@/lib/published/schema";
import { definitionTexts, hidingText, type PublishedWords } from "@/lib/published/words";
import { Card } from "../ui/card";
import { FactList } from "../ui/fact-list";

type Props = {
  table: TableName;
  measures: readonly Measure[];
  dates: readonly string[];
  words: PublishedWords;
};

/** Date, source and definition, and by which rule figures are hidden. */
export function AboutTable({ table, measures, dates, words }: Props) {
  const { t } = words;
  return (
    <Card title={t("about")} className="stack-s">
      <FactList
        facts={[
          ...(dates.length > 0 ? [{ key: "date", term: t("date"), value: <Lines lines={dates} /> }] : []),
          { key: "source", term: t("source"), value: t(`sources.${table}`) },
          {
            key: "definition",
            term: t("definition"),
            value: <Lines lines={definitionTexts(words, table, measures)} />,
          },
        ]}
      />
      <p className="sm">{hidingText(words)}</p>
      <p className="sm mut">{t("unstable")}</p>
    </Card>
  );
}

function Lines({ lines }: { lines: readonly string[] }) {
  return lines.map((line) => (
    <span key={line} className="block">
      {line}
    </span>
  ));
}
