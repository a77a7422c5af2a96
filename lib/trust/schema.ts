import { z } from "zod";
import { count, id, isoDate, line, optional } from "@/lib/changes/fields";
import { ageBands, sexes } from "@/lib/workshops/vocabularies";

/** `agree3`: −1/0/+1, index −8…+8 (domain §2); `often4`: never, some, most, all of the time as 1–4, mean of what was answered. */
export const scales = ["agree3", "often4"] as const;
export type Scale = (typeof scales)[number];

export const waves = ["baseline", "months3", "months6", "yearly", "other"] as const;

/** How somebody met the workshop; it must be known at baseline to enter a comparison (statistics §4). */
export type Wave = (typeof waves)[number];

export const exposures = ["participant", "indirect", "unexposed"] as const;
export type Exposure = (typeof exposures)[number];

/** Who asks; never the health centre or the volunteers, whom the answers are about. */
export const interviewers = [
  "facilitator_team",
  "district_health_office",
  "province_health_office",
  "womens_union",
  "lao_front",
  "youth_union",
  "partner",
  "other",
] as const;

/** What an item may hold beside the scale's own values: the person would not say, or does not know. */
export const REFUSED = 98;
export const DONT_KNOW = 99;

/** Words in as many languages as there are; Lao and English always. */
const Wording = z.object({ lo: line, en: line }).catchall(line);
export type Wording = z.infer<typeof Wording>;

export const mostItems = 30;

const itemCode = z.string().regex(/^[a-z0-9_]{1,40}$/);
const Item = z.object({ code: itemCode, dimension: itemCode, text: Wording });
export type Item = z.infer<typeof Item>;

/** One version of a questionnaire; another wording or another item is another version, never an edit. */
export const InstrumentFields = z.object({
  series: line,
  version: z.number().int().min(1).max(999),
  nameLo: line,
  nameEn: line,
  scale: z.enum(scales),
  /** `working`: our own neutral words, to be replaced with the official text. */
  wording: z.enum(["working", "official"]),
  source: optional(line),
  /** Read aloud before anything is asked. */
  consent: Wording,
  /** The words for each answer, the two that are no answer included. */
  labels: z.array(z.object({ value: z.number().int(), text: Wording })).max(8),
  items: z.array(Item).min(1).max(mostItems),
});
export type Instrument = z.infer<typeof InstrumentFields>;

/** Two items under one code could not be told apart in the answers. */
export function instrumentContradiction(fields: Readonly<Record<string, unknown>>): string | null {
  const items = (fields.items ?? []) as readonly Pick<Item, "code">[];
  return new Set(items.map(({ code }) => code)).size < items.length ? "items" : null;
}

export const TrustRoundFields = z.object({
  instrumentId: id,
  wave: z.enum(waves),
  startDate: isoDate,
  endDate: optional(isoDate),
  interviewer: z.enum(interviewers),
  language: optional(line),
  workshopId: optional(id),
  /** Which groups can be told apart at this point; none: nobody is asked. */
  exposureGroups: z.array(z.enum(exposures)).max(exposures.length),
  planned: optional(count),
  closed: optional(z.boolean()),
});

/** A phone with more answers sends several batches: each must come over a bad line in one piece. */
export const mostPerBatch = 60;

/** "So many interviews of this round were sent, and this is their hash": all that the history knows of them. */
export const TrustBatchFields = z.object({
  roundId: id,
  n: z.number().int().min(0).max(mostPerBatch),
  declined: optional(count),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

/** One interview as it is sealed: no time, no order, no phone, no interviewer. */
export const TrustAnswer = z
  .object({
    roundId: id,
    instrumentId: id,
    exposure: z.enum(exposures).nullable(),
    sex: z.enum(sexes).nullable(),
    ageBand: z.enum(ageBands).nullable(),
    ethnicGroupId: z.string().max(60).nullable(),
    /** In the order of the instrument's items. */
    values: z.array(z.number().int()).max(mostItems),
  })
  .strict();
export type TrustRound = z.infer<typeof TrustRoundFields>;
export type TrustAnswer = z.infer<typeof TrustAnswer>;

/** What a phone sends of one batch: sealed interviews, shuffled. */
export const TrustDelivery = z.object({
  batch: id,
  sealed: z.array(z.string().min(1).max(4000)).min(1).max(mostPerBatch),
});
export type TrustDelivery = z.infer<typeof TrustDelivery>;
export const deliveryBytes = 512 * 1024;
