import "server-only";
import type { Actor } from "./actor";
import type { Role } from "./roles";

export type Tab = Readonly<{
  id:
    | "home"
    | "villages"
    | "toSend"
    | "me"
    | "today"
    | "plans"
    | "indicators"
    | "reports"
    | "voices"
    | "peers"
    | "evaluation"
    | "change"
    | "instructions"
    | "brief"
    | "rollout"
    | "national"
    | "equity"
    | "funders"
    | "budget"
    | "published"
    | "trust"
    | "instruments"
    | "districts"
    | "accounts"
    | "places"
    | "vocabularies"
    | "imports"
    | "devices"
    | "escalation"
    | "audit"
    | "mentees"
    | "dialogues"
    | "trainings"
    | "themes"
    | "checklist"
    | "mentorPlan";
  href: string;
}>;

const mentees: Tab = { id: "mentees", href: "/mentees" };
const dialogues: Tab = { id: "dialogues", href: "/dialogues" };
const trainings: Tab = { id: "trainings", href: "/trainings" };
const themes: Tab = { id: "themes", href: "/themes" };
const field: readonly Tab[] = [
  { id: "home", href: "/field" },
  { id: "villages", href: "/villages" },
  { id: "toSend", href: "/field/outbox" },
  { id: "me", href: "/me" },
];
const governor: readonly Tab[] = [
  { id: "today", href: "/today" },
  { id: "villages", href: "/villages" },
  { id: "instructions", href: "/instructions" },
  { id: "brief", href: "/brief" },
  { id: "plans", href: "/plans" },
  { id: "voices", href: "/voices" },
  { id: "peers", href: "/peers" },
  { id: "evaluation", href: "/learning" },
  themes,
  { id: "trust", href: "/trust" },
  { id: "indicators", href: "/indicators" },
];
const change: Tab = { id: "change", href: "/evaluation" };
const budget: Tab = { id: "budget", href: "/money" };
const checklists: Tab = { id: "checklist", href: "/admin/checklists" };
const administrator: readonly Tab[] = [
  { id: "accounts", href: "/admin/accounts" },
  { id: "places", href: "/admin/places" },
  { id: "vocabularies", href: "/admin/vocabularies" },
  { id: "indicators", href: "/admin/indicators" },
  { id: "imports", href: "/admin/imports" },
  { id: "devices", href: "/admin/devices" },
  { id: "escalation", href: "/admin/escalation" },
  { id: "instruments", href: "/admin/instruments" },
  checklists,
];
const rollout: readonly Tab[] = [
  { id: "rollout", href: "/rollout" },
  { id: "national", href: "/national" },
  { id: "equity", href: "/equity" },
  change,
  { id: "funders", href: "/money" },
  mentees,
  { id: "evaluation", href: "/learning" },
  themes,
  { id: "peers", href: "/peers" },
  { id: "trust", href: "/trust" },
  { id: "published", href: "/published" },
  { id: "instruments", href: "/admin/instruments" },
  checklists,
  { id: "escalation", href: "/admin/escalation" },
  { id: "me", href: "/me" },
];

/** First screens by role (screens §3); the first tab is where the person lands. */
const tabsByRole: Readonly<Record<Role, readonly Tab[]>> = {
  facilitator: field,
  health_centre: field,
  health_office: [
    ...governor.slice(0, 3),
    { id: "home", href: "/field" },
    { id: "reports", href: "/reports" },
    { id: "imports", href: "/admin/imports/values" },
    ...governor.slice(3),
    dialogues,
    mentees,
  ],
  governor_office: [...governor, dialogues, mentees, budget],
  province: [
    { id: "districts", href: "/districts" },
    { id: "instructions", href: "/instructions" },
    { id: "rollout", href: "/rollout" },
    { id: "national", href: "/national" },
    { id: "equity", href: "/equity" },
    change,
    { id: "evaluation", href: "/learning" },
    themes,
    { id: "peers", href: "/peers" },
    dialogues,
    trainings,
    mentees,
    budget,
    { id: "trust", href: "/trust" },
    { id: "me", href: "/me" },
  ],
  ministry: rollout,
  partner: [
    { id: "published", href: "/published" },
    { id: "me", href: "/me" },
  ],
  mentor: [
    mentees,
    { id: "checklist", href: "/field/checklist" },
    { id: "mentorPlan", href: "/field/checklist/plan" },
    { id: "toSend", href: "/field/outbox" },
    trainings,
    { id: "me", href: "/me" },
  ],
  administrator,
};

const order: readonly Role[] = [
  "governor_office",
  "health_office",
  "province",
  "ministry",
  "administrator",
  "facilitator",
  "health_centre",
  "partner",
  "mentor",
];

/** The role under which a person with several lands. */
export const mainRole = (actor: Actor): Role =>
  order.find((role) => actor.assignments.some((assignment) => assignment.role === role)) ?? "mentor";

export const tabsFor = (actor: Actor): readonly Tab[] => tabsByRole[mainRole(actor)];

export const firstScreen = (actor: Actor): string => tabsFor(actor)[0]?.href ?? "/me";
