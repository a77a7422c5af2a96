import "server-only";

/** One list of words in both languages: a file is read whichever it was written in. */
export const bothLanguages = <T extends string>(lo: Record<T, string>, en: Record<T, string>) =>
  Object.fromEntries((Object.keys(lo) as T[]).map((key) => [key, { lo: lo[key], en: en[key] }])) as Record<
    T,
    { lo: string; en: string }
  >;
