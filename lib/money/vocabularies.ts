/** What a budget line is for. What workshops cost is recorded with the workshop, everything else here. */
export const budgetPurposes = [
  "workshops",
  "follow_up",
  "dialogues",
  "training",
  "mentorship",
  "plan_actions",
  "other",
] as const;

/** Whose money it is. District and province are what the sources call a province's own budget. */
export const budgetSources = ["district", "province", "national", "partner"] as const;

/** What a partner works on. */
export const partnerThemes = [
  "local_governance",
  "maternal_child",
  "immunisation",
  "nutrition",
  "water_sanitation",
  "communicable",
  "health_financing",
  "workforce",
  "information_systems",
  "supplies_infrastructure",
] as const;
export type BudgetPurpose = (typeof budgetPurposes)[number];
export type BudgetSource = (typeof budgetSources)[number];
export type PartnerTheme = (typeof partnerThemes)[number];
