type Costed = Readonly<{ costKip: number | null; trained: number }>;

/** Kip of the sessions that have a cost, per mentee scored in them; null when there is none. Whole kip. */
export const costPerMentee = ({ costKip, trained }: Costed): number | null =>
  costKip === null || trained === 0 ? null : Math.round(costKip / trained);
