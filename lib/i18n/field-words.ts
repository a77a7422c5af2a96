import type { WordsPath } from "./messages";

/** What the first field screen says, and what stands around all of them: in the document itself. */
export const firstWords = [
  "field",
  "indicators.report",
  "indicators.state",
  "instructions.tell",
  "offline",
  "phone.handover.link",
  "phone.storage",
  "plans.escalation",
  "plans.office",
  "visits",
  "workshops",
] as const satisfies WordsPath[];

/** All other words of the field, which come with the first screen that needs them and are kept on the phone like it. */
export const laterWords = () =>
  document.documentElement.lang === "en" ? import("./later/en") : import("./later/lo");
