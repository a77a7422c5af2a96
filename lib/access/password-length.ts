/** Counted as a reader counts: a consonant with its marks is one. */
export const minimumLength = 10;
export const maximumLength = 128;
