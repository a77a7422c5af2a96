import type { Attendance } from "./schema";
import { ageBands, sexes } from "./vocabularies";

/** One kind of people and how many of it were counted. Tallies of several devices simply add up. */
export type Tally = Pick<Attendance, "sex" | "ageBand" | "ethnicGroupId" | "role" | "disability" | "people">;

export interface AttendanceTotals {
  people: number;
  bySex: Record<Tally["sex"], number>;
  byAgeBand: Record<Tally["ageBand"], number>;
  /** Ethnic group id → people; people whose group was not asked are under "" . */
  byEthnicGroup: Record<string, number>;
  byRole: Partial<Record<Tally["role"], number>>;
  /** The person's own statement; never judged by others. */
  disability: { yes: number; no: number; notAsked: number };
}

/**
 * All totals are sums of the tallies, nothing is typed in twice (issue: attendance as "kinds of people").
 * @throws RangeError when a tally is negative or not whole
 */
export function attendanceTotals(tallies: readonly Tally[]): AttendanceTotals {
  const totals: AttendanceTotals = {
    people: 0,
    bySex: Object.fromEntries(sexes.map((sex) => [sex, 0])) as AttendanceTotals["bySex"],
    byAgeBand: Object.fromEntries(ageBands.map((band) => [band, 0])) as AttendanceTotals["byAgeBand"],
    byEthnicGroup: {},
    byRole: {},
    disability: { yes: 0, no: 0, notAsked: 0 },
  };
  for (const { sex, ageBand, ethnicGroupId, role, disability, people } of tallies) {
    if (!Number.isInteger(people) || people < 0)
      throw new RangeError("people are counted in whole numbers from 0");
    const group = ethnicGroupId ?? "";
    totals.people += people;
    totals.bySex[sex] += people;
    totals.byAgeBand[ageBand] += people;
    totals.byEthnicGroup[group] = (totals.byEthnicGroup[group] ?? 0) + people;
    totals.byRole[role] = (totals.byRole[role] ?? 0) + people;
    totals.disability[disability == null ? "notAsked" : disability ? "yes" : "no"] += people;
  }
  return totals;
}
