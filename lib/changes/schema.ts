import { z } from "zod";
import { id, moment } from "./fields";

export const operations = ["record", "delete", "undelete", "resolve"] as const;
export type Operation = (typeof operations)[number];

/**
 * One change as its author's device made it. `base` holds, per field, the id of the last change of that field the author had
 * seen (own unsent ones included), null when none. `place` is the village (or district) it belongs to; null for national records.
 */
export const Change = z
  .object({
    id,
    kind: z.string().regex(/^[a-zA-Z]+\.(record|delete|undelete|resolve)$/),
    subject: id,
    place: id.nullable(),
    fields: z.record(z.string().max(60), z.unknown()),
    base: z.record(z.string().max(60), id.nullable()),
    madeAt: moment,
    device: id.nullable(),
    signature: z.string().max(400).nullable().optional(),
    why: z.string().max(2000).nullable().optional(),
  })
  .strict();
export type Change = z.infer<typeof Change>;

export const changeLimits = { perRequest: 200, bytes: 256 * 1024, requestBytes: 4 * 1024 * 1024 } as const;

/** `quarantined`: its signer could not be believed; an administrator looks at it. */
export type ChangeStatus =
  | "accepted"
  | "duplicate"
  | "merged"
  | "conflict"
  | "held"
  | "quarantined"
  | "rejected";

/** What the writer is told about one change. `code` is set for rejected ones, `conflicts` names fields that wait for a person. */
export type ChangeAnswer = Readonly<{
  id: string;
  status: ChangeStatus;
  code?: string;
  details?: unknown;
  conflicts?: readonly string[];
  /** Taken, but its place is not (any more) one that the writer covers: no pull will bring it back. */
  elsewhere?: true;
}>;

export const typeOf = (kind: string) => kind.slice(0, kind.indexOf("."));
export const operationOf = (kind: string) => kind.slice(kind.indexOf(".") + 1) as Operation;
