import "./districts.css";
import { useLocale, useTranslations } from "next-intl";
import type { ReviewedAction } from "@/lib/districts/review";
import { countActions, totalOf } from "@/lib/districts/summary";
import { formatNumber } from "@/lib/i18n/format";
import { confirmedCount } from "@/lib/plans/confirmation";
import { governanceLevels } from "@/lib/workshops/vocabularies";
import { Card } from "../ui/card";
import { KOfNBar } from "../ui/k-of-n-bar";

/** All agreed actions of the district, then by the level that has to act; k of n, never one percent. */
export function ActionsByLevel({ actions, today }: { actions: readonly ReviewedAction[]; today: string }) {
  const t = useTranslations("districts.promises");
  const level = useTranslations("plans.level");
  const locale = useLocale();
  const all = countActions(actions, today);
  const text = (counts: typeof all) => ({
    k: formatNumber(counts.done, locale),
    n: formatNumber(totalOf(counts), locale),
  });
  if (totalOf(all) === 0) return <Card title={t("none")}>{null}</Card>;
  const rows = governanceLevels
    .map((name) => ({
      name,
      counts: countActions(
        actions.filter((action) => action.level === name),
        today,
      ),
    }))
    .filter(({ counts }) => totalOf(counts) > 0);
  const most = Math.max(...rows.map(({ counts }) => totalOf(counts)));
  return (
    <Card title={t("title", text(all))}>
      <KOfNBar counts={all} />
      {all.done > 0 && (
        <p className="sm mut">
          {t("confirmed", {
            k: formatNumber(confirmedCount(actions), locale),
            n: formatNumber(all.done, locale),
          })}
        </p>
      )}
      {all.dropped > 0 && (
        <p className="sm mut">{t("dropped", { count: all.dropped, n: formatNumber(all.dropped, locale) })}</p>
      )}
      <hr className="rule" />
      <div className="levels">
        {rows.map(({ name, counts }) => (
          <Level key={name} name={level(name)} counts={counts} most={most} text={t("ofN", text(counts))} />
        ))}
      </div>
    </Card>
  );
}

type LevelProps = { name: string; counts: ReturnType<typeof countActions>; most: number; text: string };

function Level({ name, counts, most, text }: LevelProps) {
  return (
    <>
      <span className="font-medium">{name}</span>
      <KOfNBar counts={counts} words={false} slim outOf={most} />
      <span className="nw">{text}</span>
    </>
  );
}
