import { scoreOf } from "./rules";
import type { Instrument, TrustAnswer } from "./schema";

type Given = Omit<TrustAnswer, "roundId" | "instrumentId">;

/** An answer as `trust_take` (db/sql/after/80-trust.sql) keeps it. */
export const answerRow = (
  instrument: Pick<Instrument, "scale"> & { id: string },
  { exposure, sex, ageBand, ethnicGroupId, values }: Given,
) => ({
  instrument_id: instrument.id,
  exposure,
  sex,
  age_band: ageBand,
  ethnic_group_id: ethnicGroupId,
  item_values: values,
  score: scoreOf(instrument, values),
});
