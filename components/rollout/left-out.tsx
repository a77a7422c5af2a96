import { formatPercent } from "@/lib/i18n/format";
import type { GroupReach } from "@/lib/rollout/board-queries";
import type { RolloutWords } from "@/lib/rollout/words";
import { proportionDisplay, wilson } from "@/lib/statistics/proportion";
import { DotInterval, type DotRow } from "../chart/dot-interval";
import { Card } from "../ui/card";

type Props = { groups: readonly GroupReach[]; words: RolloutWords };

const order: readonly GroupReach["by"][] = ["travel", "season", "family", "poverty"];

/** Villages of the plan that have something in common, reached or not: villages, never persons (statistics.md §1, §14). */
export function LeftOut({ groups, words }: Props) {
  const { t, locale } = words;
  const all = groups.filter(({ by }) => by === "travel");
  const [k, n] = [sum(all, "k"), sum(all, "n")];
  if (n === 0) return null;
  const share = wilson(k, n).p ?? 0;
  const rows = order.flatMap((by) =>
    groups
      .filter((group) => group.by === by)
      .sort((a, b) => Number(a.part === "unknown") - Number(b.part === "unknown"))
      .map((group) => rowOf(group, words)),
  );
  return (
    <Card title={t("left.title")} className="stack-s">
      <DotInterval
        summary={t("left.summary", { share: formatPercent(share, locale) })}
        domain={[0, 1]}
        ends={[formatPercent(0, locale), formatPercent(1, locale)]}
        reference={share}
        rows={rows}
      />
      <p className="sm mut">{t("left.note")}</p>
    </Card>
  );
}

function rowOf(group: GroupReach, words: RolloutWords): DotRow {
  const { t, n } = words;
  const { p, lo, hi } = wilson(group.k, group.n);
  const display = proportionDisplay(group.n);
  const shown = display === "count" ? { value: null, lo: null, hi: null } : { value: p, lo, hi };
  const few = display === "count" ? ` · ${t("left.few")}` : "";
  return {
    key: `${group.by}${group.part}`,
    label: nameOf(group, words),
    ...shown,
    hollow: display === "unstable",
    words: `${t("ofN", { k: n(group.k), n: n(group.n) })}${few}`,
  };
}

function nameOf({ by, part }: GroupReach, { t }: RolloutWords): string {
  if (by !== "family") return t(`left.${by}.${part}` as "left.travel.far");
  if (part === "unknown") return t("left.familyUnknown");
  return t("left.family", { family: t(`family.${part}` as "family.other") });
}

const sum = (groups: readonly GroupReach[], of: "k" | "n") =>
  groups.reduce((total, group) => total + group[of], 0);
