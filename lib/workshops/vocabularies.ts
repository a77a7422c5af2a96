export const workshopModules = ["1", "2", "3", "custom"] as const;
export const governanceLevels = ["village", "hc", "district", "province"] as const;
export const workshopStatuses = ["planned", "under_way", "done", "cancelled"] as const;
export const fundSources = [
  "village",
  "hc",
  "district",
  "province",
  "national",
  "partner",
  "inkind",
] as const;
export const sessionKinds = [
  "opening_game",
  "role_play",
  "scenario",
  "mapping",
  "problem_id",
  "ranking",
  "solution",
  "action_plan",
  "pledge",
  "evaluation",
] as const;
export const sexes = ["female", "male"] as const;
export const ageBands = ["under18", "18to24", "25to49", "50plus"] as const;
export const attendanceRoles = [
  "villager",
  "mother_of_infant",
  "pregnant_woman",
  "village_authority",
  "village_health_volunteer",
  "health_centre_staff",
  "womens_union",
  "lao_front",
  "youth_union",
  "elder_religious_leader",
  "other_sector",
  "district_official",
  "province_official",
] as const;
export const groupKinds = ["all", "women", "men", "youth", "ethnic"] as const;
export const rankingMethods = ["dots", "pairwise", "matrix"] as const;
