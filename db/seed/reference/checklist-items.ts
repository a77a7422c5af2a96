/** Code, Lao, English; a fourth entry makes the item critical: what is said when it was not done, or null for nothing. */
export type ListedItem = readonly [
  code: string,
  lo: string,
  en: string,
  critical?: readonly [lo: string, en: string] | null,
];
export type Listed = Readonly<
  Record<string, Readonly<{ lo: string; en: string; items: readonly ListedItem[] }>>
>;
