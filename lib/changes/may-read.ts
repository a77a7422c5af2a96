import "server-only";
import type { Actor } from "@/lib/access/actor";
import { can, type Whereabouts } from "@/lib/access/can";
import type { Verb } from "@/lib/access/roles";
import { definitionOf, isRecordType, recordTypes } from "./registry";

/** Some records are only for those who write or verify them, also among those who cover the place. */
export function mayRead(actor: Actor, type: string, place: Whereabouts): boolean {
  const readers = isRecordType(type) ? definitionOf(type).readers : undefined;
  return !readers || readers.some((verb) => can(actor, verb, place));
}

/** Verbs on which it depends what of a place somebody is given. */
export const readingVerbs: readonly Verb[] = [
  ...new Set(
    Object.keys(recordTypes).flatMap((type) =>
      isRecordType(type) ? (definitionOf(type).readers ?? []) : [],
    ),
  ),
];
