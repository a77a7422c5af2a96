/** The parts of the privacy notice, `access.privacy.<topic>Title` and `<topic>` (law 25/NA: who, why, how long, rights). */
export const privacyTopics = [
  "who",
  "account",
  "village",
  "consent",
  "keep",
  "share",
  "rights",
  "security",
] as const;
