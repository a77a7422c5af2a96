import { describe, expect, it } from "vitest";
import {
  changeBetweenRounds,
  differenceInDifference,
  type Exposure,
  type ExposureSum,
  exposureContrasts,
  type RoundSums,
} from "./difference-in-difference";
import { expectPrinted } from "./testing/expect-close";
import { TABLE_A, TABLE_B } from "./testing/village-sums";

describe("differenceInDifference", () => {
  // Known answers of R: clubSandwich::coef_test(lm(y ~ g*r), vcov = "CR2", cluster = v, test = "Satterthwaite")
  it.each([
    ["A", TABLE_A, 1.0682224, 0.094970202, 4.6754582, 0.81890766, 1.3175372, 6],
    ["B", TABLE_B, 0.86753476, 0.12870193, 5.7618621, 0.54943036, 1.1856392, 8],
  ])("table %s", (_, table, estimate, standardError, df, lo, hi, villages) => {
    const shown = differenceInDifference(table);
    expect(shown).toMatchObject({ status: "ok", villages });
    expectPrinted(shown.estimate, estimate);
    expectPrinted(shown.standardError, standardError);
    expectPrinted(shown.degreesOfFreedom, df);
    expectPrinted(shown.lo, lo);
    expectPrinted(shown.hi, hi);
  });

  it("gives no interval when the exposed are one village, whatever packages print", () => {
    const table: RoundSums = {
      ...TABLE_B,
      exposed: {
        baseline: TABLE_B.exposed.baseline.slice(0, 1),
        endline: TABLE_B.exposed.endline.slice(0, 1),
      },
    };
    const shown = differenceInDifference(table);
    expect(shown).toMatchObject({ status: "one-village-cell", standardError: null, degreesOfFreedom: null });
    expect(shown).toMatchObject({ lo: null, hi: null, villages: 5 });
    expectPrinted(shown.estimate, 1.0755718);
  });

  it("turns its sign with the groups", () => {
    const shown = differenceInDifference({ exposed: TABLE_A.unexposed, unexposed: TABLE_A.exposed });
    expectPrinted(shown.estimate, -1.0682224);
    expectPrinted(shown.hi, -0.81890766);
  });
});

describe("changeBetweenRounds", () => {
  it("makes up the difference-in-difference", () => {
    const exposed = changeBetweenRounds(TABLE_A.exposed);
    const unexposed = changeBetweenRounds(TABLE_A.unexposed);
    expect(exposed).toMatchObject({ villages: 6, cellSizes: [115, 155] });
    expectPrinted((exposed.estimate ?? 0) - (unexposed.estimate ?? 0), 1.0682224);
  });

  it("has no interval in one village and hides a small round", () => {
    const [baseline, endline] = [TABLE_A.exposed.baseline.slice(0, 1), TABLE_A.exposed.endline.slice(0, 1)];
    expect(changeBetweenRounds({ baseline, endline })).toMatchObject({
      status: "one-village-cell",
      lo: null,
    });
    const small = [{ village: "village 1", n: 9, sum: 40 }];
    expect(changeBetweenRounds({ baseline, endline: small }).status).toBe("hidden");
  });
});

describe("exposureContrasts", () => {
  const rows = (table: RoundSums, group: "exposed" | "unexposed", exposure: Exposure): ExposureSum[] => [
    ...table[group].baseline.map((sum) => ({ ...sum, exposure, round: "baseline" as const })),
    ...table[group].endline.map((sum) => ({ ...sum, exposure, round: "endline" as const })),
  ];
  const known = [...rows(TABLE_A, "exposed", "participant"), ...rows(TABLE_A, "unexposed", "unexposed")];

  it("compares each group with the unexposed", () => {
    const contrasts = exposureContrasts([...known, ...rows(TABLE_A, "unexposed", "indirect")]);
    expectPrinted(contrasts.participant.estimate, 1.0682224);
    expect(contrasts.indirect.estimate).toBeCloseTo(0, 12);
    expect(contrasts.unknownExposure).toBe(0);
  });

  it("lets an unknown exposure into no cell", () => {
    const unknown: ExposureSum = { village: "village 1", n: 30, sum: 240, round: "baseline", exposure: null };
    const contrasts = exposureContrasts([...known, unknown]);
    expectPrinted(contrasts.participant.estimate, 1.0682224);
    expect(contrasts.unknownExposure).toBe(30);
    expect(contrasts.indirect.status).toBe("empty-cell");
  });
});
