import type { IconName } from "../ui/icon";

/** Every tab of screens §3 and of a place, with the icon it has on a phone. Words: `shell.tabs.<id>`. */
export const tabIcons = {
  home: "home",
  villages: "villages",
  toSend: "send",
  me: "person",
  today: "home",
  plans: "check",
  indicators: "chart",
  voices: "people",
  peers: "people",
  reports: "list",
  instructions: "flag",
  brief: "page",
  overview: "home",
  plan: "check",
  map: "map",
  problems: "list",
  workshops: "people",
  trust: "people",
  history: "history",
  districts: "grid",
  provinces: "grid",
  rollout: "chart",
  published: "page",
  budget: "money",
  national: "chart",
  equity: "people",
  funders: "money",
  workforce: "people",
  evaluation: "check",
  data: "download",
  mentees: "people",
  checklist: "list",
  mentorPlan: "page",
  accounts: "people",
  places: "pin",
  vocabularies: "list",
  targets: "flag",
  imports: "download",
  devices: "phone",
  instruments: "list",
  escalation: "flag",
  system: "settings",
  audit: "history",
} as const satisfies Record<string, IconName>;

export type TabId = keyof typeof tabIcons;

/** `href` without the locale; `badge` is a count that asks for something, such as unsent items. */
export type ShellTab = { id: TabId; href: string; badge?: number };
