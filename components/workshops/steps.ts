/** The eight steps of a workshop in the order of the capture bar; they may be taken in any order. */
export const workshopSteps = [
  "people",
  "opening",
  "map",
  "problems",
  "ranking",
  "solutions",
  "plan",
  "pledges",
] as const;
export type Step = (typeof workshopSteps)[number];

export const isStep = (name: string): name is Step => (workshopSteps as readonly string[]).includes(name);
export const nextStep = (step: Step): Step | null => workshopSteps[workshopSteps.indexOf(step) + 1] ?? null;
export const previousStep = (step: Step): Step | null =>
  workshopSteps[workshopSteps.indexOf(step) - 1] ?? null;
