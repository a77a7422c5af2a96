import { daysBetween } from "@/lib/i18n/format";
import { meanWithInterval } from "@/lib/statistics/trust-index";
import { mostScores, type Training } from "./schema";

export type Scores = NonNullable<Training["scores"]>;

/** One person a line: percent before and after, `40 75`; null when a line is something else. Empty is nobody. */
export function typedScores(text: string): Scores | null {
  const lines = text.split("\n").filter((one) => one.trim());
  const scores = lines.map((one) => {
    const [pre, post, ...more] = one
      .trim()
      .split(/[\s,;]+/)
      .map(Number);
    const fits = (value: number | undefined) => value !== undefined && value >= 0 && value <= 100;
    return more.length === 0 && fits(pre) && fits(post) ? { pre: pre as number, post: post as number } : null;
  });
  return scores.length > mostScores || scores.includes(null) ? null : (scores as Scores);
}

/** Before, after and the change of the same people, with its 95 % interval (statistics §2 on the differences). */
export function testResult(scores: Scores) {
  const of = (values: readonly number[]) => meanWithInterval(values);
  return {
    n: scores.length,
    pre: of(scores.map(({ pre }) => pre)).mean,
    post: of(scores.map(({ post }) => post)).mean,
    change: of(scores.map(({ pre, post }) => post - pre)),
  };
}

/** Days until people should come again (negative: late); null when it was done or none is planned. */
export function refresherIn(
  training: Readonly<{ id: string; refresherDue?: string | null }>,
  all: readonly Readonly<{ refreshesId?: string | null }>[],
  today: string,
): number | null {
  if (!training.refresherDue || all.some(({ refreshesId }) => refreshesId === training.id)) return null;
  return daysBetween(today, training.refresherDue);
}
