import { expect, test } from "vitest";
import { frame, themeCodes, themeSet } from "./frame";
import { byFrequency, countedByPlace, countedOf } from "./rules";

const sums = {
  kinds: [
    ["a", "problem", 5, 4, { transport: 3, staff: 1 }],
    ["a", "visit", 2, 0, {}],
    ["b", "problem", 3, 1, { staff: 1 }],
    ["b", "dialogue", 1, 1, { staff: 1, supplies: 1 }],
  ],
  villages: [
    ["a", 3, 2, { transport: 2, staff: 1 }],
    ["b", 2, 1, { staff: 1 }],
  ],
} as const;

test("k is of the coded records, and what is not coded is told apart", () => {
  const { records, kinds, villages } = countedOf(sums);
  expect(records).toMatchObject({ all: 11, coded: 6 });
  expect(records.of).toMatchObject({ transport: 3, staff: 3, supplies: 1, training: 0 });
  expect(kinds.problem).toMatchObject({ all: 8, coded: 5 });
  expect(kinds.visit).toMatchObject({ all: 2, coded: 0 });
  expect(kinds.dialogue.of).toMatchObject({ staff: 1, supplies: 1, transport: 0 });
  expect(villages).toMatchObject({ all: 5, coded: 3, of: { transport: 2, staff: 2 } });
});

test("every place has its own, and together they are all", () => {
  const byPlace = countedByPlace(sums);
  expect(byPlace.get("a")?.records).toMatchObject({ all: 7, coded: 4 });
  expect(byPlace.get("b")?.records.of.staff).toBe(2);
  expect([...byPlace.keys()]).toEqual(["a", "b"]);
});

test("the most frequent first, equal ones in the frame's order", () => {
  expect(byFrequency(countedOf(sums)).slice(0, 3)).toEqual(["transport", "staff", "supplies"]);
});

test("the same set is the same value, in whatever order and how often it was named", () => {
  expect(themeSet.parse(["training", "staff", "training"])).toEqual(["staff", "training"]);
  expect(themeSet.parse([])).toEqual([]);
  expect(themeSet.safeParse(["road"]).success).toBe(false);
  expect(Object.keys(frame)).toEqual([...themeCodes]);
});
