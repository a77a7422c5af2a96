import type { Entry } from "./entries";

/** Where the next step is taken, and the word on its button. */
export type Step = Readonly<{
  href: string;
  word:
    | "instruct"
    | "instructPlain"
    | "askAgain"
    | "explain"
    | "dialogue"
    | "report"
    | "visit"
    | "arrange"
    | "steps";
}>;

const words = {
  late_action: "instruct",
  no_answer: "askAgain",
  contradiction: "instruct",
  signal: "explain",
  promise: "instructPlain",
  trust: "dialogue",
  report: "report",
  visit: "visit",
  dialogue: "arrange",
  mentor_step: "steps",
  visit_due: "visit",
} as const satisfies Record<Entry["kind"], Step["word"]>;

/** `district` is its code, as addresses name it. */
export function stepOf(entry: Entry, district: string): Step {
  if (entry.kind === "no_answer")
    return { href: `/instructions/${entry.instruction.id}`, word: words.no_answer };
  const query = new URLSearchParams({ district, about: entry.key });
  const action = actionOf(entry);
  if (action) query.set("action", action);
  if (entry.villageId) query.set("village", entry.villageId);
  if (entry.who) query.set("office", entry.who);
  const word = action && !entry.who ? "instructPlain" : words[entry.kind];
  return { href: `/instructions/new?${query}`, word };
}

function actionOf(entry: Entry): string | null {
  if (entry.kind === "late_action") return entry.action.id;
  return entry.kind === "contradiction" ? entry.contradiction.actionId : null;
}

/** The record or the numbers behind the sentence. */
export function evidenceOf(entry: Entry, district: string): string {
  switch (entry.kind) {
    case "late_action":
    case "contradiction":
      return `/places/${entry.villageId}/plan#action-${actionOf(entry)}`;
    case "no_answer":
      return `/instructions/${entry.instruction.id}`;
    case "signal":
      return `/attention?district=${district}&kind=signal#${anchorOf(entry.key)}`;
    case "trust":
      return entry.villageId ? `/places/${entry.villageId}/trust` : `/trust?district=${district}`;
    case "report":
      return entry.facilityId ? `/facilities/${entry.facilityId}` : `/villages?district=${district}`;
    case "dialogue":
      return "/dialogues";
    case "mentor_step":
      return `/mentees/facilities?district=${district}`;
    default:
      return entry.villageId ? `/places/${entry.villageId}` : `/villages?district=${district}`;
  }
}

/** The entry's place on the page of all entries. */
export const anchorOf = (key: string) => key.replaceAll(":", "-");
