/** A file of a million values in the wordiest of the formats. */
export const fileLimits = { bytes: 400_000_000 };

/** Rows that cannot be used: so many of each reason stand on the page. */
export const shownOfEach = 20;
