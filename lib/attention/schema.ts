import { z } from "zod";
import { isoDate, prose } from "@/lib/changes/fields";

/** In the order of the list: the gravest of each comes first, in this order. */
export const kinds = [
  "late_action",
  "no_answer",
  "contradiction",
  "signal",
  "promise",
  "trust",
  "report",
  "visit",
  "dialogue",
  "mentor_step",
  "visit_due",
] as const;
export type Kind = (typeof kinds)[number];

const uuid = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
/** A matter of the list: its kind, its subject, and which service or day of it. The same on every day. */
export const matterKey = z
  .string()
  .regex(new RegExp(`^(?:${kinds.join("|")}):${uuid}(?::[A-Z0-9_-]{1,40})?$`));

export const keyOf = (kind: Kind, subject: string) => `${kind}:${subject}`;
export const kindOfKey = (key: string): Kind | null =>
  kinds.find((kind) => key.startsWith(`${kind}:`)) ?? null;

/** "Seen, waiting until then, because …": what was put off comes back on its day, or when it gets worse. */
export const AttentionNoteFields = z.object({
  about: matterKey,
  date: isoDate,
  until: isoDate,
  reason: prose,
  /** How bad it was, in the steps of `lib/attention/rules`. */
  level: z.number().int().min(-1000).max(100_000),
});
