import { describe, expect, it } from "vitest";
import { dotsLeft, rankByDots } from "./dot-votes";

const problems = ["road", "antenatal", "language", "water", "medicine"];

describe("rankByDots", () => {
  it.each([
    [{ road: 8, antenatal: 6, language: 4, water: 2, medicine: 0 }, [1, 2, 3, 4, 5]],
    [{ road: 6, antenatal: 6, language: 4, water: 0, medicine: 0 }, [1, 1, 3, 4, 4]],
    [{ road: 3, antenatal: null, language: 4 }, [2, null, 1, null, null]],
    [{ road: 0, antenatal: 0, language: 0, water: 0, medicine: 0 }, [null, null, null, null, null]],
    [{}, [null, null, null, null, null]],
  ])("%j", (dots, ranks) => {
    const ranking = rankByDots(problems, { group: "women", dots });
    expect(problems.map((id) => ranking.ranks[id])).toEqual(ranks);
  });

  it.each([-1, 0.5])("refuses %d dots", (dots) => {
    expect(() => rankByDots(problems, { group: "men", dots: { road: dots } })).toThrow(RangeError);
  });
});

describe("dotsLeft", () => {
  it("counts what is still in the hand", () => {
    const dots = { road: 8, antenatal: 6, language: 4, water: 2, medicine: 0 };
    expect(dotsLeft({ people: 7, dotsEach: 3, tally: { group: "youth", dots } })).toEqual({
      given: 21,
      left: 1,
    });
  });

  it("goes below zero when more grains lie there than were given out", () => {
    expect(dotsLeft({ people: 1, dotsEach: 3, tally: { group: "men", dots: { road: 5 } } }).left).toBe(-2);
  });
});
