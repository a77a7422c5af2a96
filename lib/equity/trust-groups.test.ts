import fc from "fast-check";
import { expect, test } from "vitest";
import { type NewestRound, trustGroups } from "./trust-groups";

type Person = readonly [sex: string, ageBand: string, ethnicGroup: string, score: number];

/** As `trust_groups` answers: sums from ten people on, and how many share all marks. */
function round(village: number, people: readonly Person[]): NewestRound {
  const cell = (by: "all" | "sex" | "ageBand" | "ethnicGroup", at: number | null) =>
    [...Map.groupBy(people, (one) => (at === null ? "all" : String(one[at])))].flatMap(
      ([category, members]) =>
        members.length < 10
          ? []
          : [{ by, category, n: members.length, sum: members.reduce((sum, one) => sum + one[3], 0) }],
    );
  const joint = [...Map.groupBy(people, ([sex, age, group]) => `${sex} ${age} ${group}`)].map(
    ([key, members]) => {
      const [sex = "", ageBand = "", ethnicGroup = ""] = key.split(" ");
      return { exposure: "participant", sex, ageBand, ethnicGroup, n: members.length };
    },
  );
  const cells = [cell("all", null), cell("sex", 0), cell("ageBand", 1), cell("ethnicGroup", 2)].flat();
  return { village, instrumentId: "i", cells, joint };
}
const many = (n: number, person: Person): Person[] => Array<Person>(n).fill(person);
const lineOf = (rounds: readonly NewestRound[], by: string, category: string) =>
  trustGroups(rounds)?.lines.find((line) => line.by === by && line.category === category);

const even = (village: number, up: number) =>
  round(village, [
    ...many(12, ["female", "25to49", "lao", 4 + up]),
    ...many(13, ["male", "50plus", "khmu", 2]),
  ]);

test("the mean over villages of what each village may show, with its interval counted by village", () => {
  const rounds = [even(1, 0), even(2, 1), even(3, 2), even(4, 1), even(5, 0), even(6, 2)];
  const women = lineOf(rounds, "sex", "female")?.shown;
  expect(women).toMatchObject({ villages: 6, n: 72 });
  expect(women?.mean.estimate).toBeCloseTo(5, 9);
  expect(women?.mean.status).toBe("ok");
  expect(lineOf(rounds, "all", "all")?.shown).toMatchObject({ villages: 6, n: 150 });
  expect(lineOf(rounds, "ethnicGroup", "khmu")?.shown?.mean.estimate).toBe(2);
});

test("a village adds no group whose counterpart would follow from its total", () => {
  const few = (village: number) =>
    round(village, [...many(30, ["female", "25to49", "lao", 4]), ...many(4, ["male", "25to49", "lao", -8])]);
  const rounds = [few(1), few(2), even(3, 0), even(4, 0)];
  expect(lineOf(rounds, "sex", "female")?.shown).toMatchObject({ villages: 2, n: 24 });
  expect(lineOf(rounds, "all", "all")?.shown).toMatchObject({ villages: 4, n: 118 });
});

test("a group of one village is hidden, and another with it", () => {
  const rounds = [
    even(1, 0),
    round(2, many(12, ["female", "25to49", "lao", 4])),
    round(3, many(12, ["female", "25to49", "lao", 4])),
  ];
  expect(lineOf(rounds, "sex", "male")).toEqual({ by: "sex", category: "male", shown: null });
  expect(lineOf(rounds, "sex", "female")?.shown).toBeNull();
});

test("nothing of fewer than two villages, and small rounds are told of", () => {
  expect(trustGroups([even(1, 0)])).toBeNull();
  const small = round(3, many(7, ["female", "25to49", "lao", 1]));
  expect(trustGroups([even(1, 0), even(2, 0), small])).toMatchObject({ leftOut: 1 });
});

const person = fc.tuple(
  fc.constantFrom("female", "male"),
  fc.constantFrom("under25", "25to49"),
  fc.constantFrom("lao", "khmu"),
  fc.integer({ min: -8, max: 8 }),
);
const villages = fc.array(fc.array(person, { minLength: 1, maxLength: 40 }), { minLength: 2, maxLength: 5 });

test("whatever people answer: ten people from each of two villages, and never one village as the rest", () => {
  fc.assert(
    fc.property(villages, (all) => {
      const rounds = all.map((people, at) => round(at, people));
      const found = trustGroups(rounds);
      for (const { by, shown } of found?.lines ?? []) {
        if (!shown) continue;
        expect(shown.villages).toBeGreaterThanOrEqual(2);
        expect(shown.n).toBeGreaterThanOrEqual(10 * shown.villages);
        if (by !== "all") continue;
        expect(shown.n).toBe(all.filter(({ length }) => length >= 10).flat().length);
      }
      for (const mark of ["sex", "ageBand", "ethnicGroup"] as const) {
        const lines = found?.lines.filter(({ by }) => by === mark) ?? [];
        const people = lines.reduce((sum, { shown }) => sum + (shown?.n ?? 0), 0);
        const whole = found?.lines[0]?.shown?.n ?? 0;
        // What is left of everybody after the shown groups is nobody, or ten people and more.
        if (lines.length > 0) expect(whole - people === 0 || whole - people >= 10).toBe(true);
      }
    }),
    { numRuns: 60 },
  );
});
