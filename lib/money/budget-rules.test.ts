import { describe, expect, it } from "vitest";
import {
  amountsByPayer,
  type BudgetLine,
  delayOf,
  ownShare,
  payerOf,
  spendingOf,
  type WorkshopCost,
} from "./budget-rules";

const line = (rest: Partial<BudgetLine>): BudgetLine => ({
  id: "line",
  year: 2026,
  districtId: "d1",
  provinceId: "p1",
  purpose: "workshops",
  fundSource: "district",
  funderId: null,
  plannedKip: null,
  approvedKip: null,
  disbursementDue: null,
  disbursedKip: null,
  disbursedOn: null,
  spentKip: null,
  ...rest,
});
const cost = (rest: Partial<WorkshopCost>): WorkshopCost => ({
  districtId: "d1",
  provinceId: "p1",
  fundSource: "district",
  funder: null,
  kip: 100,
  workshops: 1,
  ...rest,
});
const funders = [
  { id: "eu", nameLo: "ສະຫະພາບເອີຣົບ", nameEn: "European Union" },
  { id: "who", nameLo: "ອົງການອະນາໄມໂລກ", nameEn: "World Health Organization" },
];

describe("a disbursement", () => {
  const due = "2026-03-31";
  it.each([
    ["no due date", { approvedKip: 10 }, null],
    ["due today", { approvedKip: 10, disbursementDue: "2026-11-22" }, null],
    ["nothing came", { approvedKip: 10, disbursementDue: due }, { is: "late", days: 236, missingKip: 10 }],
    [
      "a part came",
      { approvedKip: 10, disbursedKip: 4, disbursementDue: due },
      { is: "late", days: 236, missingKip: 6 },
    ],
    ["only planned", { plannedKip: 7, disbursementDue: due }, { is: "late", days: 236, missingKip: 7 }],
    [
      "approved less than planned",
      { plannedKip: 10, approvedKip: 8, disbursedKip: 8, disbursementDue: due },
      null,
    ],
    ["no amount known", { disbursementDue: due }, { is: "late", days: 236, missingKip: null }],
    ["in time", { approvedKip: 10, disbursedKip: 10, disbursedOn: due, disbursementDue: due }, null],
    [
      "all came, later",
      { approvedKip: 10, disbursedKip: 10, disbursedOn: "2026-04-30", disbursementDue: due },
      { is: "came_late", days: 30, missingKip: null },
    ],
  ] as const)("%s", (_, rest, delay) => {
    expect(delayOf(line(rest), "2026-11-22")).toEqual(delay);
  });
});

describe("what workshops cost", () => {
  it("goes to the line of the same source in the district, else the province, else the nation", () => {
    const lines = [
      line({ id: "district" }),
      line({ id: "province", districtId: null }),
      line({ id: "nation", districtId: null, provinceId: null }),
      line({ id: "training", purpose: "training", spentKip: 7 }),
    ];
    const { ofLine, uncovered } = spendingOf(
      lines,
      [cost({}), cost({ districtId: "d2", kip: 20 }), cost({ districtId: "d3", provinceId: "p2", kip: 3 })],
      funders,
    );
    expect(Object.fromEntries(ofLine)).toEqual({ district: 100, province: 20, nation: 3, training: 7 });
    expect(uncovered).toEqual([]);
  });

  it("goes, among several lines, to the funder's that the workshop names; else it is shown apart", () => {
    const lines = [
      line({ id: "eu", fundSource: "partner", funderId: "eu" }),
      line({ id: "who", fundSource: "partner", funderId: "who" }),
    ];
    const partner = (funder: string | null, kip: number) => cost({ fundSource: "partner", funder, kip });
    const costs = [
      partner("european union", 5),
      partner("ອົງການອະນາໄມໂລກ", 6),
      partner("Somebody", 7),
      partner(null, 8),
    ];
    const { ofLine, uncovered } = spendingOf(lines, costs, funders);
    expect(Object.fromEntries(ofLine)).toEqual({ eu: 5, who: 6 });
    expect(uncovered.map(({ kip }) => kip)).toEqual([7, 8]);
    expect(spendingOf(lines, [cost({})], funders).uncovered).toHaveLength(1);
  });

  it("is summed once by whose money it is", () => {
    const lines = [
      line({ id: "a", plannedKip: 200, approvedKip: 150, disbursedKip: 120 }),
      line({ id: "b", fundSource: "partner", purpose: "training", plannedKip: 50, spentKip: 40 }),
    ];
    const spending = spendingOf(lines, [cost({}), cost({ fundSource: null, kip: 9 })], funders);
    const sums = amountsByPayer(lines, spending);
    expect(sums.own).toEqual({ planned: 200, approved: 150, disbursed: 120, spent: 100 });
    expect(sums.partner).toEqual({ planned: 50, approved: 0, disbursed: 0, spent: 40 });
    expect(sums.none.spent).toBe(9);
  });
});

it.each([
  ["village", "own"],
  ["hc", "own"],
  ["district", "own"],
  ["province", "own"],
  ["inkind", "none"],
  ["national", "own"],
  ["partner", "partner"],
  [null, "none"],
])("%s money is %s", (source, payer) => {
  expect(payerOf(source)).toBe(payer);
});

it("has an own share only of what is known to be somebody's", () => {
  expect(ownShare({ own: 40, partner: 60, none: 900 })).toBeCloseTo(0.4, 12);
  expect(ownShare({ none: 5 })).toBeNull();
});
