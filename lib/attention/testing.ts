import type {
  DistrictReview,
  ReviewedAction,
  ReviewedInstruction,
  ReviewedVillage,
} from "@/lib/districts/review";
import { monthsUntil } from "@/lib/indicators/months";
import type { ShownIndicator } from "@/lib/indicators/view";
import type { Reviewed } from "./rules";
import type { RoundTotal } from "./trust";
import type { Watch, WatchedFacility } from "./watch";

// Made-up districts for the tests of the rules.
export const today = "2026-11-21";
export const districtId = "00000000-0000-4000-8000-000000000001";

export const anAction = (given: Partial<ReviewedAction> = {}): ReviewedAction => ({
  id: "a",
  villageId: "v",
  planId: "p",
  what: "bridge",
  level: "district",
  lead: "district_public_works",
  due: "2026-10-01",
  status: "in_progress",
  statusDate: null,
  blocker: null,
  problem: null,
  problemNumber: null,
  confirmed: null,
  hasPhoto: false,
  ...given,
});

export const anInstruction = (given: Partial<ReviewedInstruction> = {}): ReviewedInstruction => ({
  id: "i",
  actionId: null,
  villageId: "v",
  toOffice: "district_public_works",
  text: "report",
  date: "2026-11-20",
  due: null,
  delivery: "account",
  status: "given",
  statusDate: null,
  about: null,
  answer: null,
  ...given,
});

export const aVillage = (given: Partial<ReviewedVillage> = {}): ReviewedVillage => ({
  id: "v",
  code: null,
  nameLo: "ບ້ານ",
  nameEn: "Ban",
  lat: null,
  lng: null,
  mainEthnicGroup: null,
  workshop: null,
  plan: null,
  lastVisit: null,
  visits: [],
  ...given,
});

export const aReview = (given: Partial<DistrictReview> = {}): DistrictReview => ({
  villages: [],
  boundary: null,
  escalation: { from: "2000-01-01", healthCentreDays: 14, governorDays: 30 },
  actions: [],
  instructions: [],
  promises: [],
  ...given,
});

export const aFacility = (given: Partial<WatchedFacility> = {}): WatchedFacility => ({
  id: "f",
  nameLo: "ສຸກສາລາ",
  nameEn: "Health centre",
  lat: null,
  lng: null,
  villages: 3,
  workshop: null,
  ...given,
});

export const anc4: ShownIndicator = {
  code: "ANC4_COV",
  nameLo: "ຝາກທ້ອງ 4 ເທື່ອ",
  nameEn: "Four antenatal visits",
  group: "antenatal",
  numerator: ["ANC4"],
  denominator: null,
  populationKind: "expected_pregnancies",
  factor: 100,
  direction: "up",
  teamOnly: false,
};

/** Two years of months up to October 2026. */
export const months = monthsUntil(202610, 24);

/** One facility's counts, oldest first up to October; null: no report. */
export const countsOf = (values: readonly (number | null)[], at = 0): Watch["cells"] => [
  [
    at,
    "ANC4",
    months.slice(-values.length).filter((_, index) => values[index] !== null),
    values.filter((value) => value !== null),
  ],
];

export const aWatch = (given: Partial<Watch> = {}): Watch => ({
  months,
  indicators: [anc4],
  facilities: [],
  cells: [],
  districtCells: [],
  figures: [],
  workshop: null,
  reporters: [],
  rules: [],
  contradictions: [],
  dialogue: null,
  mentorSteps: [],
  trust: null,
  ...given,
});

export const aDistrict = (review: Partial<DistrictReview>, watch: Partial<Watch> = {}): Reviewed => ({
  districtId,
  review: aReview(review),
  watch: aWatch(watch),
  today,
});

/** A round whose mean and deviation are given: the sums that the database would tell. */
export function aRound(
  given: { mean: number; deviation: number; n?: number } & Partial<RoundTotal>,
): RoundTotal {
  const { mean, deviation, n = 25, ...rest } = given;
  const sum = mean * n;
  return {
    villageId: "v",
    instrumentId: "lao-8",
    scale: "agree3",
    items: 8,
    startDate: "2026-10-01",
    n,
    sum,
    squares: deviation ** 2 * (n - 1) + sum ** 2 / n,
    ...rest,
  };
}
