import { expect, it } from "vitest";
import { moreSpokeThanCame } from "./speakers";

const came = { people: 12, bySex: { female: 8, male: 4 } };

it.each([
  ["speakersWomen", { speakersWomen: 9 }, came, true],
  ["speakersWomen", { speakersWomen: 8 }, came, false],
  ["speakersMen", { speakersMen: 5 }, came, true],
  ["speakersMen", { speakersMen: 0 }, came, false],
  ["speakersMen", { speakersMen: null }, came, false],
  ["speakersMen", { speakersWomen: 9 }, came, false],
  ["speakersWomen", { speakersWomen: 9 }, { people: 0, bySex: { female: 0, male: 0 } }, false],
] as const)("%s of %j beside %j: %s", (field, fields, totals, more) => {
  expect(moreSpokeThanCame(field, fields, totals)).toBe(more);
});
