import type { DialogueView } from "./queries";

type Cell = string | number | null;

/** A line per dialogue and thing it referred; one without any has one line. */
export function dialogueFileRows(dialogues: readonly DialogueView[], on: string): Cell[][] {
  const lines = dialogues.flatMap((one): Cell[][] => {
    const { date, chair, villages = null, women = null, men = null, nextDate = null } = one;
    const held = [one.districtLo, date, chair, villages, women, men];
    const said = [one.agenda?.join("; ") ?? null, one.decisions?.join("; ") ?? null, nextDate];
    if (one.referred.length === 0) return [[...held, ...said, null, null, null, null]];
    return one.referred.map(({ text, toOffice, due, status }) => [
      ...held,
      ...said,
      text,
      toOffice,
      due,
      status,
    ]);
  });
  const columns = [
    "district",
    "date",
    "chair",
    "villages",
    "women",
    "men",
    "agenda",
    "decisions",
    "next_date",
  ];
  return [["date", on], [...columns, "referred", "to_office", "due", "status"], ...lines];
}
