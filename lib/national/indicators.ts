import { type NationalCode, nationalCodes } from "./schema";

export const units = { percent: 100, perThousand: 1_000, perHundredThousand: 100_000 } as const;
export type Unit = keyof typeof units;

/** How an indicator is read: services by pace, coverage and surveys by the target, deaths by neither. */
export type Group = "service" | "coverage" | "nutrition" | "deaths";

export type NationalIndicator = Readonly<{
  code: NationalCode;
  /** Its number in the health sector's report. */
  number: number;
  unit: Unit;
  lowerIsBetter: boolean;
  group: Group;
  /** End of the axis; values of one group compare with each other. */
  axis: number;
}>;

const is = (group: Group, unit: Unit, lowerIsBetter: boolean, axis: number) => ({
  group,
  unit,
  lowerIsBetter,
  axis,
});

const told: Readonly<Record<NationalCode, Omit<NationalIndicator, "code" | "number">>> = {
  underweight: is("nutrition", "percent", true, 40),
  stunting: is("nutrition", "percent", true, 40),
  infant_mortality: is("deaths", "perThousand", true, 40),
  under5_mortality: is("deaths", "perThousand", true, 40),
  maternal_mortality: is("deaths", "perHundredThousand", true, 150),
  skilled_birth: is("service", "percent", false, 100),
  penta3: is("service", "percent", false, 100),
  clean_water: is("coverage", "percent", false, 100),
  latrines: is("coverage", "percent", false, 100),
  insurance: is("coverage", "percent", false, 100),
  model_villages: is("coverage", "percent", false, 100),
};

export const nationalIndicators: readonly NationalIndicator[] = nationalCodes.map((code, index) => ({
  code,
  number: index + 1,
  ...told[code],
}));

export const nationalIndicator = (code: string): NationalIndicator | undefined =>
  nationalIndicators.find((indicator) => indicator.code === code);
