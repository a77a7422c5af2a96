import { describe, expect, test } from "vitest";
import { faultOf, rangeOf, scoreOf, wordsIn } from "./rules";

const items = (n: number) =>
  Array.from({ length: n }, (_, at) => ({ code: `q${at}`, dimension: `q${at}`, text: { lo: "ກ", en: "a" } }));
const lao = { scale: "agree3", items: items(8) } as const;
const volunteers = { scale: "often4", items: items(10) } as const;

describe("the score of one interview (statistics §2)", () => {
  test.each([
    [[1, 0, -1, 1, 1, 0, 99, 98], 8 / 3],
    [[1, 1, 1, 0, -1, 1, 1, 99], 32 / 7],
    [[1, 1, 1, 1, 1, 99, 99, 98], null],
    [[1, 1, 1, 1, 1, 1, 1, 1], 8],
    [[-1, -1, -1, -1, -1, -1, -1, -1], -8],
    [Array(8).fill(98), null],
  ])("%j is %s", (values, score) => {
    const found = scoreOf(lao, values);
    if (score === null) expect(found).toBeNull();
    else expect(found).toBeCloseTo(score, 10);
  });

  test("of 1–4 it is the mean of what was answered", () => {
    expect(scoreOf(volunteers, [4, 4, 3, 3, 99, 98, 2, 2, 1, 1])).toBe(2.5);
    expect(scoreOf(volunteers, Array(10).fill(99))).toBeNull();
  });
});

test("answers to another version are refused", () => {
  expect(faultOf(lao, Array(10).fill(1))).toBe("items");
  expect(faultOf(lao, Array(8).fill(4))).toBe("value");
  expect(faultOf(volunteers, Array(10).fill(0))).toBe("value");
  expect(faultOf(lao, [1, 0, -1, 98, 99, 1, 1, 1])).toBeNull();
});

test("the range follows the scale", () => {
  expect(rangeOf(lao)).toEqual([-8, 8]);
  expect(rangeOf(volunteers)).toEqual([1, 4]);
});

test("a language that the instrument does not have is read in Lao", () => {
  expect(wordsIn({ lo: "ກ", en: "a" }, "khmu")).toBe("ກ");
  expect(wordsIn({ lo: "ກ", en: "a", khmu: "k" }, "khmu")).toBe("k");
});
