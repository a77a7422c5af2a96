import { expect, test } from "vitest";
import {
  answeredAbout,
  answeredItem,
  answerOf,
  backFrom,
  forwardFrom,
  freshInterview,
  leftOut,
  questionsOf,
} from "./interview-state";

const items = ["a", "b", "c"].map((code) => ({ code, dimension: code, text: { lo: code, en: code } }));

test("asks for consent first, for groups only where they are known, then one item after another", () => {
  expect(questionsOf({ exposureGroups: ["participant"] }, { items })).toEqual([
    "consent",
    "exposure",
    "sex",
    "ageBand",
    "ethnicGroup",
    0,
    1,
    2,
    "last",
  ]);
  expect(questionsOf({ exposureGroups: [] }, { items })).not.toContain("exposure");
});

test("every answer goes one on; going back keeps what was said and lets it be changed", () => {
  let interview = forwardFrom(freshInterview);
  interview = answeredAbout(interview, "sex", "female");
  interview = answeredItem(interview, 0, 1);
  interview = answeredItem(backFrom(interview), 0, -1);
  expect(interview).toMatchObject({ at: 3, about: { sex: "female" }, values: { 0: -1 } });
  expect(backFrom(freshInterview).at).toBe(0);
});

test("what was not said is refused, in the place of its item", () => {
  const said = answeredItem(answeredAbout(freshInterview, "ageBand", null), 1, 99);
  const round = { roundId: "r", instrumentId: "i", items };
  expect(answerOf(said, round)).toEqual({
    roundId: "r",
    instrumentId: "i",
    exposure: null,
    sex: null,
    ageBand: null,
    ethnicGroupId: null,
    values: [98, 99, 98],
  });
  expect(leftOut(said, { items })).toBe(3);
  expect(leftOut(answeredItem(said, 0, 0), { items })).toBe(2);
});
