import { describe, expect, it } from "vitest";
import type { Attendance, Group } from "@/lib/workshops/schema";
import { peoplePresent, withoutGroup } from "./group-people";

const here = (people: number, more: Partial<Attendance> = {}): Attendance => ({
  workshopId: "w",
  sex: "female",
  ageBand: "25to49",
  role: "villager",
  device: "d",
  people,
  ...more,
});
const room = [
  here(8, { ethnicGroupId: "lao" }),
  here(4, { ethnicGroupId: "khmu", ageBand: "18to24" }),
  here(5, { sex: "male", ethnicGroupId: "lao" }),
];
const group = (kind: Group["kind"], ethnicGroupId?: string): Group => ({
  workshopId: "w",
  kind,
  ethnicGroupId,
});

describe("peoplePresent", () => {
  it.each([
    [{ kind: "women" }, 12],
    [{ kind: "men" }, 5],
    [{ kind: "youth" }, 4],
    [{ kind: "ethnic", ethnicGroupId: "khmu" }, 4],
    [{ kind: "ethnic", ethnicGroupId: "" }, 0],
    [{ kind: "all" }, 17],
  ] as const)("%j: %d", (who, people) => expect(peoplePresent(room, who)).toBe(people));
});

describe("withoutGroup", () => {
  it("names women, men and the smaller ethnic groups until each has a group", () => {
    expect(withoutGroup(room, []).map(({ kind, people }) => [kind, people])).toEqual([
      ["women", 12],
      ["men", 5],
      ["ethnic", 4],
    ]);
    expect(withoutGroup(room, [group("women"), group("men"), group("ethnic", "khmu")])).toEqual([]);
  });

  it("says nothing of people who are not there", () => {
    expect(withoutGroup([here(3)], []).map(({ kind }) => kind)).toEqual(["women"]);
  });
});
