/** What the monitoring framework asks of governance; each is defined here once and said as k of n. */
export const governanceMeasures = [
  "plans_local",
  "dialogues",
  "promises",
  "women_heard",
  "women_spoke",
  "spoke_counted",
  "women_raised",
  "women_ranked",
  "women_first",
] as const;
type GovernanceMeasure = (typeof governanceMeasures)[number];
export type Governance = Readonly<Record<GovernanceMeasure, readonly [k: number, n: number]>>;
