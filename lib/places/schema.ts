import { z } from "zod";
import { count, id, isoDate, latitude, line, longitude, optional, prose } from "@/lib/changes/fields";
import { ageBands } from "@/lib/workshops/vocabularies";

export const povertyStatuses = ["poor", "not_poor", "unknown"] as const;
export const accessBySeason = ["road", "track", "boat", "foot", "none", "unknown"] as const;
export const eventLevels = ["province", "district", "taseng", "kumban", "village"] as const;
export type EventLevel = (typeof eventLevels)[number];

/** People of one ethnic group, counted or as a share of the village; one of the two. */
export const GroupCount = z
  .object({ group: z.string().max(40), people: count.optional(), share: z.number().min(0).max(1).optional() })
  .refine(({ people, share }) => (people === undefined) !== (share === undefined), { message: "one_of_two" });

export const ProfileFields = z.object({
  date: isoDate,
  source: line,
  population: optional(count),
  females: optional(count),
  households: optional(count),
  ethnicGroups: optional(z.array(GroupCount).max(60)),
  /** People of an age band, for those that the source counts. */
  ages: optional(z.partialRecord(z.enum(ageBands), count)),
  languages: optional(z.array(z.string().max(40)).max(30)),
  povertyStatus: optional(z.enum(povertyStatuses)),
  dryAccess: optional(z.enum(accessBySeason)),
  wetAccess: optional(z.enum(accessBySeason)),
  note: optional(prose),
});
export type Profile = z.infer<typeof ProfileFields>;

/** More women than people. */
export const profileContradiction = ({ population, females }: Readonly<Record<string, unknown>>) =>
  typeof population === "number" && typeof females === "number" && females > population ? "females" : null;

const name = z.string().trim().min(1).max(120);
const romanised = z.string().trim().max(120).default("");
const dated = {
  id,
  date: isoDate,
  decree: z.string().trim().min(1).max(300),
  note: z.string().trim().max(2000).default(""),
};
const newPlace = z.object({ id, nameLo: name, nameEn: romanised });

/** One change of the administrative tree: on a date, by a decree (domain §9). Ids of new places come from the author. */
export const PlaceEvent = z.discriminatedUnion("kind", [
  z.object({
    ...dated,
    kind: z.literal("create"),
    place: newPlace.extend({
      level: z.enum(eventLevels),
      parentId: id,
      code: z.string().trim().max(40).optional(),
      lat: latitude.optional(),
      lng: longitude.optional(),
    }),
  }),
  z.object({ ...dated, kind: z.literal("rename"), placeId: id, nameLo: name, nameEn: romanised }),
  z.object({
    ...dated,
    kind: z.literal("merge"),
    fromIds: z.array(id).min(1).max(50),
    into: z.union([id, newPlace]),
  }),
  z.object({
    ...dated,
    kind: z.literal("split"),
    fromId: id,
    /** True when the old place goes on with what no part takes; false when the parts replace it. */
    keeps: z.boolean(),
    parts: z
      .array(newPlace.extend({ childIds: z.array(id).max(500) }))
      .min(1)
      .max(20),
  }),
  z.object({ ...dated, kind: z.literal("reparent"), placeIds: z.array(id).min(1).max(500), parentId: id }),
  z.object({ ...dated, kind: z.literal("abolish"), placeId: id }),
]);
export type PlaceEvent = z.infer<typeof PlaceEvent>;

export const CatchmentInput = z.object({
  facilityId: id,
  villageId: id,
  from: isoDate,
  travelMinDry: z.number().int().min(0).max(10_000).nullable().default(null),
  travelMinWet: z.number().int().min(0).max(10_000).nullable().default(null),
});
export type CatchmentInput = z.input<typeof CatchmentInput>;

/** `to` is the first day on which the facility does not serve the village. */
export const CatchmentEnd = z.object({ catchmentId: id, villageId: id, to: isoDate });
export type CatchmentEnd = z.infer<typeof CatchmentEnd>;

/** The same as typed into a form. */
export const CatchmentForm = z.object({
  facilityId: id,
  villageId: id,
  from: isoDate,
  travelMinDry: z.coerce.number().int().min(0).max(10_000).optional(),
  travelMinWet: z.coerce.number().int().min(0).max(10_000).optional(),
});
