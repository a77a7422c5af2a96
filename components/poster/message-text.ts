import { formatNumber } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/routing";
import { trustOf } from "@/lib/plans/confirmation";
import type { PosterAction } from "@/lib/publishing/views";
import { countPlan, type Mark, standingOf } from "@/lib/villages/standing";

type Words = Readonly<{
  head: string;
  status: (counts: { n: string; k: string; late: string }) => string;
  action: (line: { n: string; what: string; status: string }) => string;
  mark: (mark: Mark) => string;
  trust: (word: NonNullable<ReturnType<typeof trustOf>>) => string;
  link: string | null;
}>;

/** The plan's status as a text to paste: what was agreed, how each thing stands, where to look. */
export function messageText(
  actions: readonly PosterAction[],
  today: string,
  locale: Locale,
  words: Words,
): string {
  const number = (value: number) => formatNumber(value, locale);
  const { total, done, late } = countPlan(actions, today);
  const lines = actions.map((action, index) => {
    const trust = trustOf(action);
    const mark = words.mark(standingOf(action, today).mark);
    const status = trust ? `${mark}, ${words.trust(trust)}` : mark;
    return words.action({ n: number(index + 1), what: action.what, status });
  });
  const counts = words.status({ n: number(total), k: number(done), late: number(late) });
  return [`*${words.head}*`, counts, ...lines, words.link].filter(Boolean).join("\n");
}
