import { z } from "zod";
import { ageBands } from "@/lib/workshops/vocabularies";
import { accessBySeason, type Profile, povertyStatuses } from "./schema";

const whole = z.coerce.number().int().min(0).max(1_000_000).optional();
const several = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((value) => [value ?? []].flat());
export const groupRows = 6;

const peopleOf = Object.fromEntries(Array.from({ length: groupRows }, (_, at) => [`people${at}`, whole]));
const agesOf = Object.fromEntries(ageBands.map((band) => [`age-${band}`, whole]));
const groupOf = Object.fromEntries(
  Array.from({ length: groupRows }, (_, at) => [`group${at}`, z.string().max(40).optional()]),
);

export const ProfileForm = z.object({
  subject: z.uuid(),
  villageId: z.uuid(),
  date: z.iso.date(),
  source: z.string().trim().min(1).max(300),
  population: whole,
  females: whole,
  households: whole,
  languages: several,
  povertyStatus: z.enum(povertyStatuses).optional(),
  dryAccess: z.enum(accessBySeason).optional(),
  wetAccess: z.enum(accessBySeason).optional(),
  note: z.string().max(4000).optional(),
  ...(agesOf as Record<`age-${string}`, typeof whole>),
  ...(peopleOf as Record<`people${number}`, typeof whole>),
  ...(groupOf as Record<`group${number}`, z.ZodOptional<z.ZodString>>),
});
export type ProfileForm = z.output<typeof ProfileForm>;

/** Groups without a number are left out: unknown is not zero. */
export function profileFields(form: ProfileForm): Profile {
  const values = form as unknown as Record<string, unknown>;
  const ethnicGroups = Array.from({ length: groupRows }, (_, at) => ({
    group: String(values[`group${at}`] ?? ""),
    people: values[`people${at}`] as number | undefined,
  })).flatMap(({ group, people }) => (group && people !== undefined ? [{ group, people }] : []));
  const counted = ageBands.flatMap((band) => {
    const people = values[`age-${band}`] as number | undefined;
    return people === undefined ? [] : [[band, people] as const];
  });
  const {
    date,
    source,
    population,
    females,
    households,
    languages,
    povertyStatus,
    dryAccess,
    wetAccess,
    note,
  } = form;
  return {
    date,
    source,
    population,
    females,
    households,
    ethnicGroups,
    ages: counted.length > 0 ? Object.fromEntries(counted) : undefined,
    languages,
    povertyStatus,
    dryAccess,
    wetAccess,
    note,
  };
}
