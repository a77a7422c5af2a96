import type { SeededNumbers } from "@/lib/seeded-numbers";

type Month = Readonly<{
  /** Births expected in a month among these people. */
  births: number;
  /** Share of them that the services reach, 0…1. */
  reach: number;
  facility: boolean;
}>;

/** How many of so many expected events happen in one month: whole, and never the same twice (Poisson, Knuth). */
function happened(dice: SeededNumbers, expected: number): number {
  const limit = Math.exp(-expected);
  let count = 0;
  for (let left = dice.next(); left > limit; left *= dice.next()) count++;
  return count;
}

const partOf = (dice: SeededNumbers, whole: number, share: number): number =>
  Array.from({ length: whole }, () => dice.chance(share)).filter(Boolean).length;

/** One made-up month, by element code: small whole numbers that fit together. */
export function monthValues(dice: SeededNumbers, { births, reach, facility }: Month): Record<string, number> {
  const live = happened(dice, births);
  const anc1 = happened(dice, births * 1.04 * Math.min(0.95, reach + 0.2));
  const atFacility = partOf(dice, live, reach);
  const penta1 = happened(dice, births * 0.97 * Math.min(0.95, reach + 0.15));
  const weighed = happened(dice, births * 9);
  const village = {
    ANC1: anc1,
    ANC4: partOf(dice, anc1, reach),
    LIVE_BIRTHS: live,
    STILLBIRTHS: dice.chance(0.01 * births) ? 1 : 0,
    FAC_DELIV: atFacility,
    SBA_BIRTHS: Math.min(live, atFacility + partOf(dice, live - atFacility, 0.1)),
    HOME_BIRTHS: live - atFacility,
    BIRTHS_REG: partOf(dice, live, reach),
    PNC_MOTHER: partOf(dice, live, reach * 0.9),
    PNC_NEWBORN: partOf(dice, live, reach * 0.9),
    EIBF: partOf(dice, live, reach),
    PENTA1: penta1,
    PENTA3: partOf(dice, penta1, Math.min(0.95, reach + 0.1)),
    MR1: happened(dice, births * 0.95 * reach),
    WEIGHED: weighed,
    UNDERWEIGHT: partOf(dice, weighed, 0.2),
    OUTREACH_HELD: dice.chance(reach) ? 1 : 0,
    DEATH_MATERNAL: 0,
    DEATH_NEONATAL: 0,
    DEATH_U5: dice.chance(0.02 * births) ? 1 : 0,
  };
  if (!facility) return village;
  return {
    ...village,
    ANC1_12W: partOf(dice, anc1, 0.5),
    ANC8: partOf(dice, village.ANC4, 0.3),
    BCG: partOf(dice, live, 0.9),
    MR2: happened(dice, births * 0.9 * reach),
    FIC: happened(dice, births * 0.9 * reach),
    FP_NEW: happened(dice, births * 0.8),
    FP_CURRENT: 40 + happened(dice, births * 3),
    STOCKOUT_VACCINE: dice.chance(0.2) ? dice.whole(1, 9) : 0,
    STOCKOUT_MEDICINE: dice.chance(0.25) ? dice.whole(1, 12) : 0,
    OUTREACH_PLANNED: 4,
    OUTREACH_HELD: dice.whole(2, 4),
  };
}
