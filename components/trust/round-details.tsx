import { useLocale, useTranslations } from "next-intl";
import { STABLE_FROM } from "@/lib/statistics/proportion";
import type { KnownInstrument } from "@/lib/sync/known";
import { marks } from "@/lib/trust/hiding";
import type { VillageTrust } from "@/lib/trust/queries";
import type { RoundResult, ShownMean, VillageRound } from "@/lib/trust/results";
import { rangeOf, valuesOf, wordsIn } from "@/lib/trust/rules";
import { DotInterval } from "../chart/dot-interval";
import { Card } from "../ui/card";
import { useGroupName, useTrustWords } from "./trust-words";

type Props = { round: VillageRound; instrument: KnownInstrument; groups: VillageTrust["groups"] };

/** One round: its dimensions, and the groups of people that are large enough, each with its interval. */
export function RoundDetails({ round, instrument, groups }: Props) {
  const { result } = round;
  if (!result?.total) return null;
  return (
    <div className="aside-grid">
      <Dimensions result={result} instrument={instrument} />
      <Groups result={result} total={result.total} instrument={instrument} groups={groups} />
    </div>
  );
}

const marked = (mean: ShownMean | null) => ({
  value: mean?.mean ?? null,
  lo: mean?.lo ?? null,
  hi: mean?.hi ?? null,
  hollow: mean !== null && mean.n < STABLE_FROM,
});

function Dimensions({ result, instrument }: { result: RoundResult; instrument: KnownInstrument }) {
  const t = useTranslations("trust");
  const locale = useLocale();
  const { points, interval } = useTrustWords();
  const name = useDimensionName();
  const values = valuesOf[instrument.scale];
  const [low = 0, high = 1] = [values[0], values.at(-1)];
  const lowest = [...result.items].sort((a, b) => a.mean.mean - b.mean.mean)[0];
  const words = (mean: ShownMean) => {
    const range = interval(mean);
    return `${points(mean.mean)}${range ? ` (${range})` : ""}`;
  };
  return (
    <Card title={t("dimensions.title")}>
      <DotInterval
        summary={lowest ? t("dimensions.lowest", { dimension: name(lowest) }) : t("dimensions.title")}
        domain={[low, high]}
        ends={[points(low), points(high)]}
        reference={(low + high) / 2}
        rows={result.items.map((item) => ({
          key: item.code,
          label: (
            <>
              <span className="block med">{name(item)}</span>
              <span className="block xs mut">{wordsIn(item.text, locale)}</span>
            </>
          ),
          words: words(item.mean),
          ...marked(item.mean),
        }))}
      />
      <p className="xs mut mt-2">{t("dimensions.missing")}</p>
    </Card>
  );
}

/** The programme may name dimensions of its own: those are shown as they are. */
function useDimensionName() {
  const t = useTranslations("trust.dimension");
  return ({ dimension }: { dimension: string }) =>
    t.has(dimension as never) ? t(dimension as never) : dimension.replaceAll("_", " ");
}

type GroupsProps = { result: RoundResult; total: ShownMean } & Pick<Props, "instrument" | "groups">;

function Groups({ result, total, instrument, groups }: GroupsProps) {
  const t = useTranslations("trust");
  const { meanWords, points, ends } = useTrustWords();
  const name = useGroupName(groups);
  return (
    <Card title={t("groups.title")}>
      {marks.map((by) => {
        const rows = result.groups.filter((group) => group.by === by);
        if (rows.length === 0) return null;
        return (
          <section key={by} className="mt-2">
            <h3>{t(`groups.${by}`)}</h3>
            <DotInterval
              summary={t("groups.summary", { value: points(total.mean) })}
              domain={rangeOf(instrument)}
              ends={ends(instrument)}
              reference={total.mean}
              rows={rows.map(({ category, mean }) => ({
                key: category,
                label: name(by, category),
                words: meanWords(mean),
                ...marked(mean),
              }))}
            />
          </section>
        );
      })}
      <p className="xs mut mt-2">{t("groups.hollow")}</p>
    </Card>
  );
}
