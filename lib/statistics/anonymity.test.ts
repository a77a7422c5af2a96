import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  anonymityOf,
  classesOf,
  coarsenUntilAnonymous,
  type PeopleAlike,
  uniformClasses,
  without,
} from "./anonymity";

function people(sex: string, age: string, group: string, count: number): PeopleAlike {
  return { known: { sex, age, group }, people: count };
}

/** The example of statistics.md §9. */
const EXAMPLE = [
  people("F", "<25", "Khmu", 4),
  people("F", "25+", "Khmu", 6),
  people("M", "<25", "Lao", 7),
  people("M", "25+", "Lao", 5),
];

describe("anonymityOf", () => {
  it("finds the one class of four", () => {
    expect(anonymityOf(EXAMPLE)).toEqual({ smallest: 4, classesBelow: 1, peopleBelow: 4 });
  });

  it("is ten without age", () => {
    const ageless = EXAMPLE.map(({ known, ...rest }) => ({ ...rest, known: without("age")(known) }));
    expect(anonymityOf(ageless)).toEqual({ smallest: 10, classesBelow: 0, peopleBelow: 0 });
    expect(anonymityOf(ageless, 11)).toEqual({ smallest: 10, classesBelow: 1, peopleBelow: 10 });
  });

  it("says nothing of nobody and counts no empty class", () => {
    expect(anonymityOf([])).toEqual({ smallest: null, classesBelow: 0, peopleBelow: 0 });
    expect(anonymityOf([people("F", "<25", "Lao", 0)]).smallest).toBeNull();
    expect(() => anonymityOf([people("F", "<25", "Lao", -1)])).toThrow(RangeError);
  });
});

it("classes are the same whatever the order of the fields", () => {
  const turned = { known: { group: "Khmu", age: "<25", sex: "F" }, people: 2 };
  expect(classesOf([...EXAMPLE, turned])).toHaveLength(4);
  expect(classesOf([...EXAMPLE, turned])[0]?.people).toBe(6);
  const unknown = { known: { sex: "F", age: "<25", group: null }, people: 2 };
  expect(classesOf([...EXAMPLE, unknown])).toHaveLength(5);
});

describe("coarsenUntilAnonymous", () => {
  it("does nothing where nothing is needed, and stops as soon as it holds", () => {
    expect(coarsenUntilAnonymous(EXAMPLE.slice(1), [without("age")])).toMatchObject({ steps: 0, leftOut: 0 });
    const coarse = coarsenUntilAnonymous(EXAMPLE, [without("age"), without("group")]);
    expect(coarse).toEqual({
      classes: [
        { known: { sex: "F", group: "Khmu" }, people: 10 },
        { known: { sex: "M", group: "Lao" }, people: 12 },
      ],
      steps: 1,
      leftOut: 0,
    });
  });

  it("leaves out what still fails", () => {
    const lonely = [...EXAMPLE, people("M", "25+", "Hmong", 2)];
    expect(coarsenUntilAnonymous(lonely, [without("age")])).toMatchObject({ steps: 1, leftOut: 2 });
    expect(coarsenUntilAnonymous([], [without("age")])).toEqual({ classes: [], steps: 0, leftOut: 0 });
  });

  it("loses nobody and publishes no class below k", () => {
    const field = fc.constantFrom("a", "b", "c");
    const group = fc.record({
      known: fc.record({ sex: field, age: field, group: field }),
      people: fc.integer({ min: 0, max: 6 }),
    });
    const steps = [without("age"), without("group"), without("sex")];
    fc.assert(
      fc.property(fc.array(group, { maxLength: 20 }), fc.integer({ min: 2, max: 10 }), (groups, k) => {
        const { classes, leftOut } = coarsenUntilAnonymous(groups, steps, k);
        const all = groups.reduce((sum, one) => sum + one.people, 0);
        expect(classes.reduce((sum, one) => sum + one.people, 0) + leftOut).toBe(all);
        expect(anonymityOf(classes, k).classesBelow).toBe(0);
        if (all >= k) expect(leftOut).toBe(0);
      }),
    );
  });
});

it("uniformClasses names the classes that give their answer away", () => {
  const [khmu, older, lao, men] = EXAMPLE;
  if (!khmu || !older || !lao || !men) throw new Error("an example is missing");
  const answers = [
    { ...khmu, answer: "yes" },
    { ...older, answer: "yes" },
    { ...older, answer: "no" },
    { ...lao, answer: "no" },
    { ...lao, people: 0, answer: "yes" },
  ];
  expect(uniformClasses(answers)).toEqual([khmu, lao]);
});
