import { z } from "zod";
import type { ChangeAnswer } from "@/lib/changes/schema";

export const PushRequest = z.object({
  device: z.uuid().nullable(),
  epoch: z.uuid().nullable(),
  changes: z.array(z.unknown()),
});
export type PushRequest = z.infer<typeof PushRequest>;
/** The id that every restore of the server renews, and its own time (ISO). */
export type ServerMoment = Readonly<{ epoch: string; at: string }>;
export type PushAnswer = ServerMoment & Readonly<{ answers: readonly ChangeAnswer[] }>;

export const PullQuery = z.object({
  district: z.uuid().optional(),
  cursor: z
    .string()
    .regex(/^\d{1,20}\.\d{1,19}$/)
    .optional(),
});

/** One change as another phone or office made it, with how the server took it. `fields` is null when it was erased. */
export type PulledChange = Readonly<{
  id: string;
  kind: string;
  subject: string;
  place: string | null;
  fields: Record<string, unknown> | null;
  base: Record<string, string | null>;
  madeAt: string;
  authorId: string;
  seq: number;
}>;

/** A district the reader covers. Another `grant` means other rights there: what was pulled before is pulled anew. */
export type CoveredDistrict = Readonly<{ id: string; grant: string }>;

export type PullAnswer = ServerMoment &
  Readonly<{
    districts: readonly CoveredDistrict[];
    changes: readonly PulledChange[];
    /** Who made them, for "who and when" beside two values: user id → name and office. */
    people: Readonly<Record<string, Readonly<{ name: string; office: string }>>>;
    cursor: string | null;
    more: boolean;
  }>;

export const DeviceRequest = z.object({
  id: z.uuid(),
  publicKey: z.object({
    kty: z.literal("EC"),
    crv: z.literal("P-256"),
    x: z.string().max(60),
    y: z.string().max(60),
  }),
  label: z.string().max(200),
});
export type DeviceRequest = z.infer<typeof DeviceRequest>;

/** How a phone is doing, told by itself after it has sent and fetched. */
export const PhoneReport = z.object({
  device: z.uuid(),
  waiting: z.int().min(0).max(1_000_000),
  photos: z.int().min(0).max(1_000_000),
  conflicts: z.int().min(0).max(1_000_000),
  rejects: z.int().min(0).max(1_000_000),
});
export type PhoneReport = z.infer<typeof PhoneReport>;

/** The last words of a withdrawn phone: what it had not sent; `wiped` once it has emptied itself. */
export const Farewell = z.object({ device: z.uuid(), changes: z.array(z.unknown()), wiped: z.boolean() });
export type Farewell = z.infer<typeof Farewell>;
export type FarewellAnswer = Readonly<{ answers: readonly ChangeAnswer[] }>;

export const RecoveryRequest = z.object({ wrapped: z.string().max(2000), password: z.string().max(1000) });
