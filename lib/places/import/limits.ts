/** Lists: rows of a spreadsheet. */
export const tableLimits = {
  bytes: 10_000_000,
  unpackedBytes: 120_000_000,
  rows: 20_000,
  columns: 60,
  cell: 500,
};
/** Boundaries: one file of all districts in full detail. */
export const boundaryLimits = { bytes: 30_000_000, features: 2000, points: 400_000 };
