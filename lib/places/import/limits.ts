/** Lists: rows of a spreadsheet. */
export const tableLimits = {
  bytes: 10 * 1024 * 1024,
  unpackedBytes: 120 * 1024 * 1024,
  rows: 20_000,
  columns: 60,
  cell: 500,
};
/** Boundaries: one file of all districts in full detail. */
export const boundaryLimits = { bytes: 30 * 1024 * 1024, features: 2000, points: 400_000 };
