import { expect, test } from "vitest";
import { icuArguments } from "./icu-arguments";

test("finds arguments, those inside branches too, and no words of branches", () => {
  expect(icuArguments("{count, plural, one {1 village of {place}} other {{n} villages}}")).toEqual([
    { name: "count", type: "plural" },
    { name: "place", type: "text" },
    { name: "n", type: "text" },
  ]);
  expect(icuArguments("{who, select, me {mine} other {theirs}} and {when, date}")).toEqual([
    { name: "who", type: "select" },
    { name: "when", type: "date" },
  ]);
  expect(icuArguments("no argument")).toEqual([]);
});

test("refuses what is no message", () => {
  expect(() => icuArguments("{open")).toThrow(SyntaxError);
  expect(() => icuArguments("{two words}")).toThrow(SyntaxError);
});
