import type { Office } from "./schema";

/** Who sees a late action from how many days on. */
export interface EscalationStep {
  office: Office;
  afterDays: number;
}

/** The programme's rule from a day on; a later one replaces it, none is rewritten. */
export interface EscalationSetting {
  /** None for what held before anything was set. */
  id?: string;
  from: string;
  healthCentreDays: number;
  governorDays: number;
}

/** Until the programme sets another (issue §4). */
export const FIRST_ESCALATION: EscalationSetting = {
  from: "2000-01-01",
  healthCentreDays: 14,
  governorDays: 30,
};

/** The setting in force on a day; of two from one day the one recorded last, which stands last in the list. */
export function settingOn(settings: readonly EscalationSetting[], day: string): EscalationSetting {
  return settings
    .filter(({ from }) => from <= day)
    .reduce((chosen, one) => (one.from >= chosen.from ? one : chosen), FIRST_ESCALATION);
}

export const stepsOf = ({ healthCentreDays, governorDays }: EscalationSetting): EscalationStep[] => [
  { office: "health_centre_head", afterDays: healthCentreDays },
  { office: "district_governor", afterDays: governorDays },
];

/** Offices reached by a lateness of so many days, lowest threshold first. */
export function escalatedTo(daysLate: number, steps: readonly EscalationStep[]): Office[] {
  if (daysLate <= 0) return [];
  return steps
    .filter(({ afterDays }) => daysLate >= afterDays)
    .sort((a, b) => a.afterDays - b.afterDays)
    .map(({ office }) => office);
}
