import { z } from "zod";
import { count, id, isoDate, line, optional } from "@/lib/changes/fields";
import { offices } from "@/lib/plans/schema";
import { problemCategories } from "@/lib/problems/schema";
import { personalData } from "@/lib/voices/personal-data";

/** One village guides another on one theme. The record's place is the village that learns. */
export const PeerLinkFields = z.object({
  guideId: id,
  theme: z.enum(problemCategories),
  since: isoDate,
  until: optional(isoDate),
});

export const peerVisitKinds = ["guide_came", "learners_went", "elsewhere"] as const;

export const PeerVisitFields = z.object({
  linkId: id,
  kind: z.enum(peerVisitKinds),
  plannedDate: optional(isoDate),
  heldDate: optional(isoDate),
  people: optional(count),
});

const safeLine = line.refine((text) => personalData(text) === null, { message: "personal_data" });
export const channels = ["whatsapp", "other"] as const;

/** A messaging group as it is known: purpose, offices, size. Whatever reads like a telephone number is refused. */
export const NetworkFields = z.object({
  name: safeLine,
  purpose: safeLine,
  channel: z.enum(channels),
  administrators: z.array(z.enum(offices)).max(20),
  size: optional(count),
  lastActive: optional(isoDate),
  ended: optional(isoDate),
});
