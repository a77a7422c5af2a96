import { type Months, yearOf } from "@/lib/indicators/calculation";
import type { Figure } from "@/lib/indicators/denominators";
import { addMonths } from "@/lib/indicators/months";
import type { ShownIndicator } from "@/lib/indicators/view";
import { type GroupLine, groupLine } from "./groups";

type Village = Readonly<{
  id: string;
  workshop: string | null;
  months: Months;
  figures: readonly Figure[];
}>;
export type BesideLine = Readonly<{
  group: "connect" | "other";
  window: "before" | "last";
  line: GroupLine;
}>;

/**
 * Villages that had a workshop beside those that had none, in the last twelve months and the twelve before. The villages
 * were chosen, not drawn by lot: what differs may have other reasons.
 */
export function connectBesideOthers(
  villages: readonly Village[],
  indicator: ShownIndicator,
  end: number,
): BesideLine[] {
  const groups = [
    ["connect", villages.filter(({ workshop }) => workshop !== null)],
    ["other", villages.filter(({ workshop }) => workshop === null)],
  ] as const;
  return groups.flatMap(([group, members]) =>
    (["before", "last"] as const).map((window) => {
      const until = window === "last" ? end : addMonths(end, -12);
      const counted = members.map(({ id, months, figures }) => ({
        id,
        year: yearOf(indicator, { end: until, months, figures }),
      }));
      return { group, window, line: groupLine(`${group} ${window}`, counted, indicator) };
    }),
  );
}
