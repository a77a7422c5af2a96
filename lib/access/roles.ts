/** The whole of who may do what. One table, no permissions per user (architecture §4). */
export const roles = [
  "facilitator",
  "health_centre",
  "health_office",
  "mentor",
  "governor_office",
  "province",
  "ministry",
  "partner",
  "administrator",
] as const;
export type Role = (typeof roles)[number];

export const verbs = [
  "record.read", // workshops, maps, problems, plans, visits of the area
  "feature.readSensitive", // exact place of sensitive features, unredacted paper-map photos
  "workshop.record", // workshops, maps, problems, plans, visits, consent, photos
  "progress.report", // status of an action, with evidence
  "progress.confirm", // by another person of another office
  "plan.endorse",
  "instruction.give",
  "instruction.answer",
  "decision.record",
  "attention.note", // puts a matter of the own list off until a day
  "share.publish", // poster link, export, public page
  "voice.moderate", // what villagers said on a public page: passes their words on, or not
  "peer.record", // who guides whom, and the register of messaging groups
  "profile.record", // village profile
  "catchment.record",
  "report.record", // monthly values of a village or health centre
  "report.verify", // by another person than who wrote them
  "denominator.record", // how many people an indicator counts among
  "indicator.manage", // what is counted and which indicators follow from it; nation-wide
  "history.read",
  "history.restore",
  "record.erase", // consent withdrawn, retention ended
  "conflict.resolve",
  "device.supervise",
  "person.reset", // reset code for people of the own area
  "district.review", // the governor's pages
  "rollout.read", // reach by province; counts only
  "escalation.set", // after how many days a late action shows to whom; nation-wide
  "instrument.manage", // questionnaires of trust, as new versions
  "trust.record", // rounds of interviews; the health centre that is rated never
  "trust.read", // results of a village
  "trust.summary", // results over at least two villages
  "mentorship.record", // mentors, mentees, their sessions, scores and next steps
  "mentorship.read", // who was scored and how; the governor and above see counts
  "mentorship.summary", // how many, where, what is missing
  "dialogue.record",
  "training.record",
  "rollout.record", // published figures, institutions, memoranda
  "national.record", // the 11 national indicators: targets and values
  "budget.read", // planned, approved, disbursed, spent; sensitive by law
  "budget.record", // lines of the districts one covers
  "budget.recordNational", // lines of provinces and of the nation
  "rollout.plan", // which place gets which module when, and who facilitates
  "published.read", // published, suppressed tables of the given places
  "table.publish", // and takes back; nation-wide
  "research.export", // de-identified tables of the nation, to hand on; logged
  "account.manage",
  "place.manage",
  "vocabulary.manage",
  "import.run",
  "values.import", // monthly values from other systems, into the districts one covers
  "values.pull", // what is fetched from DHIS2 by itself, and with which secret; nation-wide
  "system.read",
] as const;
export type Verb = (typeof verbs)[number];

const capture: readonly Verb[] = [
  "record.read",
  "feature.readSensitive",
  "workshop.record",
  "progress.report",
  "profile.record",
];

export const rolesTable: Readonly<Record<Role, readonly Verb[]>> = {
  facilitator: [
    ...capture,
    "progress.confirm",
    "plan.endorse",
    "instruction.answer",
    "share.publish",
    "voice.moderate",
    "peer.record",
    "history.read",
    "history.restore",
    "trust.record",
    "trust.read",
    "trust.summary",
  ],
  health_centre: [
    "record.read",
    "progress.report",
    "progress.confirm",
    "plan.endorse",
    "instruction.answer",
    "report.record",
    "denominator.record",
  ],
  health_office: [
    ...capture,
    "progress.confirm",
    "plan.endorse",
    "instruction.answer",
    "share.publish",
    "voice.moderate",
    "peer.record",
    "catchment.record",
    "report.record",
    "report.verify",
    "values.import",
    "denominator.record",
    "history.read",
    "history.restore",
    "record.erase",
    "conflict.resolve",
    "device.supervise",
    "person.reset",
    "district.review",
    "trust.read",
    "trust.summary",
    "mentorship.record",
    "mentorship.read",
    "mentorship.summary",
    "dialogue.record",
    "training.record",
  ],
  mentor: ["mentorship.record", "mentorship.read", "mentorship.summary", "training.record"],
  governor_office: [
    "record.read",
    "progress.confirm",
    "plan.endorse",
    "instruction.give",
    "instruction.answer",
    "decision.record",
    "attention.note",
    "share.publish",
    "voice.moderate",
    "peer.record",
    "history.read",
    "person.reset",
    "district.review",
    "budget.read",
    "trust.read",
    "trust.summary",
    "mentorship.summary",
    "dialogue.record",
  ],
  province: [
    "record.read",
    "instruction.give",
    "decision.record",
    "history.read",
    "district.review",
    "rollout.read",
    "budget.read",
    "budget.record",
    "rollout.plan",
    "trust.summary",
    "mentorship.summary",
  ],
  ministry: [
    "record.read",
    "history.read",
    "rollout.read",
    "rollout.record",
    "national.record",
    "budget.read",
    "budget.recordNational",
    "rollout.plan",
    "escalation.set",
    "instrument.manage",
    "trust.summary",
    "mentorship.summary",
    "published.read",
    "table.publish",
    "research.export",
  ],
  partner: ["published.read"],
  administrator: [
    "account.manage",
    "device.supervise",
    "history.read",
    "place.manage",
    "vocabulary.manage",
    "indicator.manage",
    "import.run",
    "values.import",
    "values.pull",
    "escalation.set",
    "instrument.manage",
    "system.read",
  ],
};

/** Roles whose holders need a second factor outside the demonstration. */
export const secondFactorRoles: readonly Role[] = ["administrator", "ministry", "province"];
