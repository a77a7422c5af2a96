import type { TrainingView } from "./queries";
import { testResult } from "./rules";

type Cell = string | number | null;

/** A line per training; scores as means and the change with its interval, never a person's. */
export function trainingFileRows(trainings: readonly TrainingView[], on: string): Cell[][] {
  const lines = trainings.map((one): Cell[] => {
    const { n, pre, post, change } = testResult(one.scores ?? []);
    const came = one.attendees?.map(({ role, people }) => `${role} ${people}`).join("; ") ?? null;
    return [
      ...[one.topic, one.title ?? null, one.districtLo, one.facilityLo, one.date, one.days ?? null, came],
      ...[n, pre, post, change.mean, change.lo, change.hi, one.refresherDue ?? null],
    ];
  });
  const columns = ["topic", "title", "district", "facility", "date", "days", "attendees"];
  const scores = ["tested", "before", "after", "change", "change_low", "change_high", "refresher_due"];
  return [["date", on], [...columns, ...scores], ...lines];
}
