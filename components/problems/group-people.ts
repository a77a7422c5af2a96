import type { Attendance, Group } from "@/lib/workshops/schema";

type Who = Pick<Group, "kind" | "ethnicGroupId">;

const belongs = (person: Attendance, { kind, ethnicGroupId }: Who): boolean => {
  if (kind === "women") return person.sex === "female";
  if (kind === "men") return person.sex === "male";
  if (kind === "youth") return person.ageBand === "under18" || person.ageBand === "18to24";
  if (kind === "ethnic") return Boolean(ethnicGroupId) && person.ethnicGroupId === ethnicGroupId;
  return true;
};

/** How many of the people counted in the room belong to a group; all devices' tallies add up. */
export function peoplePresent(attendance: readonly Attendance[], who: Who): number {
  return attendance.filter((person) => belongs(person, who)).reduce((sum, { people }) => sum + people, 0);
}

/**
 * Kinds of people who are in the room but have no group of their own: women, men, and every ethnic group but the largest,
 * since the largest is heard in the other groups anyway.
 */
export function withoutGroup(
  attendance: readonly Attendance[],
  groups: readonly Group[],
): (Who & { people: number })[] {
  const has = (who: Who) =>
    groups.some(
      (group) => group.kind === who.kind && (group.ethnicGroupId ?? null) === (who.ethnicGroupId ?? null),
    );
  const sexes: Who[] = [{ kind: "women" }, { kind: "men" }];
  const ids = [...new Set(attendance.flatMap(({ ethnicGroupId }) => (ethnicGroupId ? [ethnicGroupId] : [])))];
  const ethnic = ids
    .map((ethnicGroupId): Who => ({ kind: "ethnic", ethnicGroupId }))
    .sort((a, b) => peoplePresent(attendance, b) - peoplePresent(attendance, a))
    .slice(1);
  return [...sexes, ...ethnic]
    .map((who) => ({ ...who, people: peoplePresent(attendance, who) }))
    .filter((who) => who.people > 0 && !has(who));
}
