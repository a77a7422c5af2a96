import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { marks, type Sharing, shownGroups } from "./hiding";

const cell = (
  sex: string,
  ethnicGroup: string,
  n: number,
  exposure = "participant",
  ageBand = "25to49",
): Sharing => ({
  sex,
  ethnicGroup,
  exposure,
  ageBand,
  n,
});
const shownOf = (...people: Sharing[]) => [...shownGroups(people)].sort();

describe("which groups of a round are shown", () => {
  test("nothing under ten people", () => {
    expect(shownOf(cell("female", "khmu", 7), cell("male", "khmu", 2))).toEqual([]);
  });

  test("a group that is everybody", () => {
    expect(shownOf(cell("female", "khmu", 12))).toContain("sex:female");
  });

  test("no group whose counterpart would follow from the total", () => {
    expect(shownOf(cell("female", "khmu", 30), cell("male", "khmu", 4))).not.toContain("sex:female");
    const three = shownOf(cell("female", "khmu", 20), cell("female", "lao", 14), cell("female", "akha", 3));
    expect(three.filter((key) => key.startsWith("ethnic"))).toEqual(["ethnicGroup:khmu"]);
  });

  test("two hidden groups that are ten together leave the rest shown", () => {
    const shown = shownOf(cell("female", "khmu", 20), cell("female", "lao", 6), cell("female", "akha", 5));
    expect(shown).toContain("ethnicGroup:khmu");
  });

  test("not two kinds of groups whose difference is one person", () => {
    // Everybody who took part is Khmu but one: both means together would tell what that one said.
    const people = [
      cell("female", "khmu", 11, "participant"),
      cell("female", "lao", 1, "participant"),
      cell("female", "lao", 15, "unexposed"),
    ];
    const shown = shownOf(...people);
    expect(shown).not.toEqual(expect.arrayContaining(["exposure:participant", "ethnicGroup:khmu"]));
  });

  test("exposure groups of ten and more each always stay: comparisons over villages are made of them", () => {
    const people = [
      cell("female", "khmu", 11, "participant"),
      cell("male", "lao", 1, "participant"),
      cell("male", "lao", 15, "unexposed"),
    ];
    expect(shownOf(...people)).toEqual(
      expect.arrayContaining(["exposure:participant", "exposure:unexposed"]),
    );
  });

  test("is the same whoever asks and whatever order the people come in", () => {
    const people = [
      cell("female", "khmu", 11),
      cell("male", "lao", 12),
      cell("male", "khmu", 4),
      cell("female", "lao", 9),
    ];
    expect(shownOf(...people)).toEqual(shownOf(...people.reverse()));
  });
});

const rank = (given: readonly (readonly number[])[]): number => {
  const rows = given.map((row) => [...row]);
  let found = 0;
  for (let column = 0; column < (rows[0]?.length ?? 0); column++) {
    const pivot = rows.findIndex((row, at) => at >= found && Math.abs(row[column] ?? 0) > 1e-9);
    if (pivot < 0) continue;
    [rows[found], rows[pivot]] = [rows[pivot] as number[], rows[found] as number[]];
    const unit = rows[found] as number[];
    for (let at = found + 1; at < rows.length; at++) {
      const row = rows[at] as number[];
      const times = (row[column] ?? 0) / (unit[column] as number);
      for (let to = 0; to < row.length; to++) row[to] = (row[to] ?? 0) - times * (unit[to] ?? 0);
    }
    found += 1;
  }
  return found;
};

/**
 * Independent of how it was decided: for every set of cells with fewer than ten people, does anything shown, added and
 * subtracted in any way, speak of them alone? It does when leaving them out makes what is shown say less.
 */
function tells(people: readonly Sharing[]): Sharing[] | null {
  const shown = [...shownGroups(people)].map((key) => key.split(":") as [(typeof marks)[number], string]);
  if (people.reduce((sum, { n }) => sum + n, 0) < 10) return shown.length > 0 ? [...people] : null;
  const rows = [
    people.map(() => 1),
    ...shown.map(([by, name]) => people.map((one) => (one[by] === name ? 1 : 0))),
  ];
  const whole = rank(rows);
  for (let set = 1; set < 2 ** people.length; set++) {
    const few = people.filter((_one, at) => set & (1 << at));
    if (few.reduce((sum, { n }) => sum + n, 0) >= 10) continue;
    const others = rows.map((row) => row.filter((_value, at) => !(set & (1 << at))));
    if (rank(others) < whole) return few;
  }
  return null;
}

const someCell = fc.record({
  sex: fc.constantFrom("female", "male", "not_said"),
  ethnicGroup: fc.constantFrom("khmu", "lao", "akha"),
  exposure: fc.constantFrom("participant", "indirect", "unexposed"),
  ageBand: fc.constantFrom("18to24", "25to49"),
  n: fc.integer({ min: 1, max: 16 }),
});
const village = fc.uniqueArray(someCell, {
  maxLength: 11,
  selector: (one) => marks.map((mark) => one[mark]).join(),
});

test("nothing that can be calculated from all that is shown is about one to nine people", () => {
  fc.assert(
    fc.property(village, (people) => {
      expect(tells(people)).toBeNull();
    }),
    { numRuns: 1500 },
  );
});

test("and it does not simply hide everything", () => {
  let shown = 0;
  fc.assert(
    fc.property(village, (people) => {
      shown += shownGroups(people).size;
    }),
    { numRuns: 200, seed: 41 },
  );
  expect(shown).toBeGreaterThan(200);
});

test("a village of three hundred answers in sixty kinds of people is decided in a moment", () => {
  const people = Array.from({ length: 60 }, (_, at) => ({
    sex: ["female", "male"][at % 2] as string,
    ageBand: ["under18", "18to24", "25to49", "50plus"][at % 4] as string,
    ethnicGroup: ["khmu", "lao", "akha", "hmong", "lue"][at % 5] as string,
    exposure: ["participant", "indirect", "unexposed"][at % 3] as string,
    n: 1 + ((at * 7) % 9),
  }));
  const began = performance.now();
  expect(shownGroups(people).size).toBeGreaterThan(0);
  expect(performance.now() - began).toBeLessThan(500);
});
