import { z } from "zod";
import { count, id, isoDate, kip, line, lines, optional, prose } from "@/lib/changes/fields";
import {
  ageBands,
  attendanceRoles,
  fundSources,
  governanceLevels,
  groupKinds,
  rankingMethods,
  sessionKinds,
  sexes,
  workshopModules,
  workshopStatuses,
} from "./vocabularies";

export const WorkshopFields = z.object({
  module: z.enum(workshopModules),
  level: z.enum(governanceLevels),
  status: z.enum(workshopStatuses).optional(),
  title: optional(line),
  startDate: isoDate,
  endDate: optional(isoDate),
  venue: optional(line),
  facilitators: optional(lines),
  languages: optional(lines),
  interpreter: optional(z.boolean()),
  fundSource: optional(z.enum(fundSources)),
  funder: optional(line),
  costKip: optional(kip),
  /** How many people spoke, by sex; null is not counted. */
  speakersWomen: optional(count),
  speakersMen: optional(count),
  /** Steps of the capture bar that the team has declared finished. */
  stepsDone: optional(lines),
  note: optional(prose),
  /** Where the record comes from when it was entered from a published document. */
  source: optional(line),
});

/** One session held in the workshop. */
export const SessionFields = z.object({
  workshopId: id,
  kind: z.enum(sessionKinds),
  held: z.boolean(),
  minutes: optional(count),
  note: optional(prose),
});

/** A group that drew, voted or spoke apart (women, men, youth, one ethnic group). */
export const GroupFields = z.object({
  workshopId: id,
  kind: z.enum(groupKinds),
  label: optional(line),
  ethnicGroupId: optional(line),
  people: optional(count),
  method: optional(z.enum(rankingMethods)),
  dotsPerPerson: optional(count),
  tieNote: optional(prose),
});

/** How many people of one kind one device counted; tallies of all devices add up. */
export const AttendanceFields = z.object({
  workshopId: id,
  sex: z.enum(sexes),
  ageBand: z.enum(ageBands),
  ethnicGroupId: optional(line),
  role: z.enum(attendanceRoles),
  /** The person's own statement; null when not asked. */
  disability: optional(z.boolean()),
  device: id,
  people: count,
});

/** A promise made in the room by one party. */
export const CommitmentFields = z.object({
  workshopId: id,
  party: z.enum([...governanceLevels, "national", "partner"]),
  text: prose,
  due: optional(isoDate),
  kept: optional(z.enum(["kept", "not_kept"])),
  keptNote: optional(prose),
  position: optional(count),
});

export const consentUses = ["display", "share", "export", "public_page", "photo", "photo_location"] as const;

/** Consent as a record: who allowed what, until when, and whether it was withdrawn. */
export const ConsentFields = z.object({
  workshopId: id,
  use: z.enum(consentUses),
  given: z.boolean(),
  /** Who speaks for it: an office or group, not a private name. */
  givenBy: line,
  date: isoDate,
  until: optional(isoDate),
  withdrawnOn: optional(isoDate),
  note: optional(prose),
});

export type Workshop = z.infer<typeof WorkshopFields>;
export type Session = z.infer<typeof SessionFields>;
export type Group = z.infer<typeof GroupFields>;
export type Attendance = z.infer<typeof AttendanceFields>;
export type Commitment = z.infer<typeof CommitmentFields>;
export type Consent = z.infer<typeof ConsentFields>;
