import { STABLE_FROM } from "@/lib/statistics/proportion";
import { IntervalLine } from "../chart/dot-interval";

type Shown = Readonly<{
  share: number | null;
  n: number | null;
  interval: Readonly<{ low: number; high: number }> | null;
}>;

/** A share with its interval, hollow where few are counted; nothing where it may not be shown. */
export function ShareLine({ shown, reference }: { shown: Shown; reference: number | null }) {
  if (shown.share === null) return null;
  return (
    <span className="cmp-bar">
      <IntervalLine
        width={180}
        domain={[0, 1]}
        reference={reference ?? undefined}
        value={shown.share}
        lo={shown.interval?.low ?? null}
        hi={shown.interval?.high ?? null}
        hollow={(shown.n ?? 0) < STABLE_FROM}
      />
    </span>
  );
}
