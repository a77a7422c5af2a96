import "./comparison.css";
import type { Grouping } from "@/lib/comparison/choices";
import { groupText } from "@/lib/comparison/group-words";
import { type GroupLine, groupLines } from "@/lib/comparison/groups";
import type { ComparedVillage } from "@/lib/comparison/village-rows";
import { type ComparisonWords, partWords } from "@/lib/comparison/words";
import { formatNumber, formatPercent } from "@/lib/i18n/format";
import type { ShownIndicator } from "@/lib/indicators/view";
import { STABLE_FROM } from "@/lib/statistics/proportion";
import { DotInterval } from "../chart/dot-interval";
import { Card } from "../ui/card";

type Props = {
  villages: readonly ComparedVillage[];
  by: Grouping;
  indicator: ShownIndicator;
  /** Share of all villages shown. */
  reference: number | null;
  words: ComparisonWords;
};

/** Villages alike, together: k of n, the interval of a mean over villages, and what may be said of the difference. */
export function GroupCard({ villages, by, indicator, reference, words }: Props) {
  const { locale, choose, groups: t } = words;
  const part = partWords(words, villages);
  const lines = groupLines(villages, by, indicator);
  const name = (line: GroupLine) =>
    by === "group" && line.part !== "unknown"
      ? t("mostAre", { group: part(by, line.part) })
      : part(by, line.part);
  return (
    <Card title={t("title", { by: choose(`grouping.${by}`) })}>
      <DotInterval
        summary={findingOf(lines, name, words)}
        domain={[0, 1]}
        ends={[formatPercent(0, locale), formatPercent(1, locale)]}
        reference={reference ?? undefined}
        rows={lines.map((line) => ({
          key: line.part,
          label: name(line),
          value: line.share,
          lo: line.interval?.low ?? null,
          hi: line.interval?.high ?? null,
          hollow: (line.n ?? 0) < STABLE_FROM,
          words: <GroupWords line={line} words={words} />,
        }))}
      />
      <p className="sm mut mt-2">
        {by === "group" && `${t("ethnic")} `}
        {t("method")}
      </p>
    </Card>
  );
}

function GroupWords({ line, words }: { line: GroupLine; words: ComparisonWords }) {
  const { groups: t, locale } = words;
  return (
    <>
      <b>{groupText(words.rate, locale, line)}</b>
      <span className="block xs mut">
        {[
          t("villages", { count: line.counted, n: formatNumber(line.counted, locale) }),
          ...line.remarks.map((remark) => t(`remark.${remark}`)),
        ].join(" · ")}
      </span>
    </>
  );
}

function findingOf(
  lines: readonly GroupLine[],
  name: (line: GroupLine) => string,
  { groups: t }: ComparisonWords,
): string {
  const known = lines.filter((line) => line.interval !== null);
  if (lines.length < 2) return t("one");
  if (known.length < 2)
    return t(lines.some(({ remarks }) => remarks.includes("estimate")) ? "estimates" : "noIntervals");
  const end = (line: GroupLine, side: "low" | "high") => line.interval?.[side] ?? 0;
  const lowest = known.reduce((a, b) => (end(b, "high") < end(a, "high") ? b : a));
  const highest = known.reduce((a, b) => (end(b, "low") > end(a, "low") ? b : a));
  return end(lowest, "high") < end(highest, "low")
    ? t("apart", { low: name(lowest), high: name(highest) })
    : t("overlap");
}
