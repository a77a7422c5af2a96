import type { PopulationKind } from "@/lib/indicators/schema";
import type { TableName } from "./schema";

/** What a column counted when it was published, kept with it. */
export type Measure = Readonly<{
  code: string;
  kind: "count" | "mean";
  /** Names as they were; null where the words of the screen name it. */
  nameLo: string | null;
  nameEn: string | null;
  numerator: readonly string[] | null;
  denominator: readonly string[] | null;
  /** The year's people of this kind are the denominator: an estimate, without interval. */
  population: PopulationKind | null;
  /** Questionnaire and version, of trust. */
  instrument: string | null;
}>;

/** The fixed list: indicators by code, and our own measures. */
export const measuresOf: Readonly<Record<TableName, readonly string[]>> = {
  antenatal: ["ANC1_COV", "ANC4_COV"],
  vaccination: ["DPT1_COV", "DPT3_COV", "MR1_COV"],
  plans: ["actions", "promises"],
  trust: ["baseline", "followup"],
};

/** Another number whenever what a table holds is defined otherwise. */
export const definitionVersion: Readonly<Record<TableName, number>> = {
  antenatal: 1,
  vaccination: 1,
  plans: 1,
  trust: 1,
};

export const ownMeasure = (
  code: string,
  kind: Measure["kind"],
  instrument: string | null = null,
): Measure => ({
  code,
  kind,
  nameLo: null,
  nameEn: null,
  numerator: null,
  denominator: null,
  population: null,
  instrument,
});
