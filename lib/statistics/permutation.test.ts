import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { permutationCheck, relabelCheck, signFlipCheck } from "./permutation";
import { expectPrinted } from "./testing/expect-close";
import { TABLE_A, TABLE_B } from "./testing/village-sums";

describe("permutationCheck", () => {
  it("flips signs where every village has both groups (table A)", () => {
    expect(permutationCheck(TABLE_A)).toMatchObject({
      kind: "sign-flip",
      villages: 6,
      p: 0.03125,
      smallestPossible: 0.03125,
    });
  });

  it("relabels villages that are exposed as a whole (table B)", () => {
    const check = permutationCheck(TABLE_B);
    expect(check).toMatchObject({ kind: "relabel", villages: 8, p: 2 / 70, smallestPossible: 2 / 70 });
    expectPrinted(check?.statistic ?? null, 0.85744228);
    expectPrinted(check?.p ?? null, 0.028571429);
  });

  it("is silent when villages are partly mixed or lack a round", () => {
    const { exposed, unexposed } = TABLE_A;
    const fewer = { baseline: exposed.baseline.slice(1), endline: exposed.endline.slice(1) };
    expect(permutationCheck({ unexposed, exposed: fewer })).toBeNull();
    expect(permutationCheck({ unexposed, exposed: { ...exposed, endline: fewer.endline } })).toBeNull();
    expect(permutationCheck({ unexposed, exposed: { baseline: [], endline: [] } })).toBeNull();
  });
});

describe("signFlipCheck", () => {
  it("cannot reach .05 below six villages", () => {
    expect(signFlipCheck([1, 2, 3, 4, 5])).toMatchObject({ p: 0.0625, smallestPossible: 0.0625 });
    expect(signFlipCheck([1, 2, 3, 4, 5, 6])?.smallestPossible).toBe(0.03125);
  });

  it("counts ties as as far, and tries at most fourteen villages", () => {
    expect(signFlipCheck([0.1, 0.2, -0.3])?.p).toBe(1);
    expect(signFlipCheck(Array.from({ length: 14 }, () => 1))?.p).toBe(2 / 16384);
    expect(signFlipCheck(Array.from({ length: 15 }, () => 1))).toBeNull();
    expect(signFlipCheck([])).toBeNull();
  });

  it("does not mind the direction", () => {
    const changes = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(changes, (values) => {
        const check = signFlipCheck(values);
        expect(signFlipCheck(values.map((value) => -value))?.p).toBe(check?.p);
        expect(check?.p).toBeGreaterThanOrEqual(check?.smallestPossible ?? 1);
      }),
    );
  });
});

describe("relabelCheck", () => {
  it("needs villages of both kinds and few enough of them", () => {
    expect(relabelCheck([], [1, 2])).toBeNull();
    expect(relabelCheck([1], [])).toBeNull();
    const ten = Array.from({ length: 10 }, (_, index) => index);
    expect(relabelCheck(ten, ten)).toBeNull();
  });

  it("has another smallest p when the kinds are unequal in number", () => {
    expect(relabelCheck([9, 8], [1, 2, 3])).toMatchObject({ p: 0.1, smallestPossible: 0.1 });
  });

  it("does not mind which kind comes first", () => {
    const kind = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(kind, kind, (exposed, unexposed) => {
        const check = relabelCheck(exposed, unexposed);
        expect(relabelCheck(unexposed, exposed)?.p).toBe(check?.p);
        expect(check?.p).toBeGreaterThanOrEqual(check?.smallestPossible ?? 1);
        expect(check?.p).toBeLessThanOrEqual(1);
      }),
    );
  });
});
