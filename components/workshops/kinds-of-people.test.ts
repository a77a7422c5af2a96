import { describe, expect, test } from "vitest";
import type { Attendance } from "@/lib/workshops/schema";
import { kindRows } from "./kinds-of-people";

const device = "0199b2a0-0000-7000-8000-000000000001";
const other = "0199b2a0-0000-7000-8000-000000000002";
const tally = (id: string, more: Partial<Attendance>) => ({
  id,
  fields: {
    workshopId: "0199b2a0-0000-7000-8000-0000000000aa",
    sex: "female",
    ageBand: "25to49",
    role: "villager",
    device,
    people: 1,
    ...more,
  } as Attendance,
});

describe("kinds of people", () => {
  test("adds what other phones counted and keeps this phone's own apart", () => {
    const rows = kindRows([tally("a", { people: 5 }), tally("b", { people: 3, device: other })], device);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ ownPeople: 5, otherPeople: 3, own: { id: "a" } });
  });

  test("a person's own statement on disability makes a kind of its own; not asked is not no", () => {
    const rows = kindRows(
      [tally("a", {}), tally("b", { disability: false }), tally("c", { disability: true })],
      device,
    );
    expect(rows).toHaveLength(3);
  });

  test("a second tally of this phone for one kind still counts", () => {
    const rows = kindRows([tally("a", { people: 2 }), tally("b", { people: 4 })], device);
    expect(rows[0]).toMatchObject({ ownPeople: 2, otherPeople: 4 });
  });
});
