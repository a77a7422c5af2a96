import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import {
  type Effect,
  effectOf,
  holdsOn,
  parentOn,
  pathOn,
  type TreePlace,
  treeAfter,
  villagesMoved,
  wouldCycle,
} from "./rules";
import type { PlaceEvent } from "./schema";

const today = "2026-11-21";
const place = (
  id: string,
  level: TreePlace["level"],
  parentId: string | null,
  districtId: string | null = null,
): TreePlace => ({
  id,
  level,
  parentId,
  districtId,
  provinceId: level === "country" ? null : level === "province" ? id : "P",
  validFrom: null,
  validTo: null,
});
const treeOf = (places: TreePlace[]) => new Map(places.map((one) => [one.id, one]));
const tree = treeOf([
  place("C", "country", null),
  place("P", "province", "C"),
  place("Q", "province", "C"),
  place("A", "district", "P", "A"),
  place("B", "district", "P", "B"),
  place("T", "taseng", "A", "A"),
  place("a1", "village", "A", "A"),
  place("a2", "village", "T", "A"),
  place("b1", "village", "B", "B"),
]);
const base = { id: "E", date: "2026-06-01", decree: "1", note: "" };
const event = (rest: object) => ({ ...base, ...rest }) as PlaceEvent;
const apply = (rest: object) => {
  const effect = effectOf(event(rest), tree, today);
  return { effect, after: treeAfter(tree, effect) };
};

test.each([
  ["2025-12-31", null, "2026-01-01", true],
  ["2026-01-01", null, "2026-01-01", false],
  ["2026-01-01", "2026-01-01", null, true],
  ["2025-12-31", "2026-01-01", null, false],
  ["1900-01-01", null, null, true],
])("on %s a period from %s to %s holds: %s", (date, validFrom, validTo, expected) => {
  expect(holdsOn(date, { validFrom, validTo })).toBe(expected);
});

describe("the tree at a date", () => {
  const periods = [
    { childId: "v", parentId: "A", validFrom: null, validTo: "2026-06-01" },
    { childId: "v", parentId: "B", validFrom: "2026-06-01", validTo: null },
    { childId: "A", parentId: "P", validFrom: null, validTo: null },
    { childId: "B", parentId: "Q", validFrom: null, validTo: null },
  ];
  it("gives the parent of that day", () => {
    expect(parentOn("2026-05-31", "v", periods)).toBe("A");
    expect(parentOn("2026-06-01", "v", periods)).toBe("B");
    expect(parentOn("2026-06-01", "P", periods)).toBeNull();
  });
  it("gives the whole path, and ends even when the data goes round in a circle", () => {
    expect(pathOn("2026-05-31", "v", periods)).toEqual(["v", "A", "P"]);
    const round = [...periods, { childId: "P", parentId: "v", validFrom: null, validTo: null }];
    expect(pathOn("2026-05-31", "v", round)).toEqual(["v", "A", "P"]);
  });
});

describe("effects", () => {
  it("merge of districts moves every village, also below a ta saeng, and the records follow", () => {
    const { effect, after } = apply({ kind: "merge", fromIds: ["A"], into: "B" });
    expect(effect.ended).toEqual(["A"]);
    expect(effect.successors).toEqual([{ from: "A", to: "B" }]);
    expect(villagesMoved(tree, after)).toEqual([
      { id: "a1", districtId: "B" },
      { id: "a2", districtId: "B" },
    ]);
    expect(after.get("T")).toMatchObject({ parentId: "B", districtId: "B" });
  });
  it("merge into a new district makes it under the same province", () => {
    const { effect, after } = apply({
      kind: "merge",
      fromIds: ["A", "B"],
      into: { id: "N", nameLo: "ໃໝ່", nameEn: "New" },
    });
    expect(effect.created[0]).toMatchObject({ id: "N", level: "district", parentId: "P", districtId: "N" });
    expect(villagesMoved(tree, after).map((village) => village.districtId)).toEqual(["N", "N", "N"]);
  });
  it("re-parenting a district to another province moves no village's records", () => {
    const { after } = apply({ kind: "reparent", placeIds: ["A"], parentId: "Q" });
    expect(after.get("a2")).toMatchObject({ districtId: "A", provinceId: "Q" });
    expect(villagesMoved(tree, after)).toEqual([]);
  });
  it("a ta saeng made over villages changes their parent, not their district", () => {
    const { after } = apply({ kind: "reparent", placeIds: ["a1"], parentId: "T" });
    expect(after.get("a1")).toMatchObject({ parentId: "T", districtId: "A" });
    expect(villagesMoved(tree, after)).toEqual([]);
  });
  it("split that replaces the district hands its records to the first part", () => {
    const parts = [
      { id: "N", nameLo: "ໜຶ່ງ", nameEn: "", childIds: ["a1"] },
      { id: "M", nameLo: "ສອງ", nameEn: "", childIds: ["T"] },
    ];
    const { effect, after } = apply({ kind: "split", fromId: "A", keeps: false, parts });
    expect(effect.successors).toEqual([{ from: "A", to: "N" }]);
    expect(after.get("a2")?.districtId).toBe("M");
  });
});

describe("refusals", () => {
  test.each([
    [{ kind: "reparent", placeIds: ["A"], parentId: "T" }, "would_be_cycle"],
    [{ kind: "reparent", placeIds: ["a1"], parentId: "P" }, "wrong_level"],
    [{ kind: "reparent", placeIds: ["a1"], parentId: "A" }, "already_there"],
    [{ kind: "reparent", placeIds: ["zz"], parentId: "A" }, "unknown_place"],
    [{ kind: "merge", fromIds: ["A"], into: "a1" }, "wrong_level"],
    [{ kind: "merge", fromIds: ["A"], into: "A" }, "same_place"],
    [{ kind: "abolish", placeId: "A" }, "has_children"],
    [{ kind: "rename", placeId: "a1", nameLo: "ກ", nameEn: "", date: "2026-11-22" }, "in_the_future"],
    [
      { kind: "create", place: { id: "a1", nameLo: "ກ", nameEn: "", level: "village", parentId: "A" } },
      "same_place",
    ],
    [
      {
        kind: "split",
        fromId: "A",
        keeps: false,
        parts: [{ id: "N", nameLo: "ກ", nameEn: "", childIds: ["a1"] }],
      },
      "has_children",
    ],
    [
      {
        kind: "split",
        fromId: "A",
        keeps: true,
        parts: [{ id: "N", nameLo: "ກ", nameEn: "", childIds: ["b1"] }],
      },
      "not_a_child",
    ],
  ])("%j is refused: %s", (rest, reason) => {
    expect(() => apply(rest)).toThrow(expect.objectContaining({ reason }));
  });
  it("nothing happens to a place that no longer stands", () => {
    const ended = new Map(tree).set("A", { ...place("A", "district", "P", "A"), validTo: "2026-01-01" });
    expect(() => effectOf(event({ kind: "abolish", placeId: "A" }), ended, today)).toThrow(
      expect.objectContaining({ reason: "not_standing" }),
    );
  });
});

test("no sequence of allowed moves makes a circle or leaves a village without its district", () => {
  const ids = [...tree.keys()];
  const move = fc.record({ placeIds: fc.tuple(fc.constantFrom(...ids)), parentId: fc.constantFrom(...ids) });
  fc.assert(
    fc.property(fc.array(move, { maxLength: 12 }), (moves) => {
      let now = new Map(tree);
      for (const one of moves) {
        let effect: Effect;
        try {
          effect = effectOf(event({ kind: "reparent", ...one }), now, today);
        } catch {
          continue;
        }
        now = treeAfter(now, effect);
      }
      for (const one of now.values()) {
        if (one.parentId) expect(wouldCycle(now, one.id, one.parentId)).toBe(false);
        if (one.level === "village") expect(now.get(one.districtId ?? "")?.level).toBe("district");
      }
    }),
  );
});
