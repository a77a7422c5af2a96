const faults: readonly [string, RegExp][] = [
  ["zero-width character", /[\u200B-\u200D\u2060\uFEFF]/],
  ["ຳ typed as ໍ and າ", /\u0ECD[\u0EC8-\u0ECB]?\u0EB2/],
  ["tone mark before ໍ", /[\u0EC8-\u0ECB]\u0ECD/],
  ["ຫນ, ຫມ or ຫລ for ໜ, ໝ or ຫຼ", /\u0EAB[\u0E99\u0EA1\u0EA5]/],
  ["ເ twice for ແ", /\u0EC0\u0EC0/],
  ["Lao digit", /[\u0ED0-\u0ED9]/],
  ["space before ໆ", /\s\u0EC6/],
];

/** What breaks the product's one spelling (lao-glossary §1) in a text of ours; empty when nothing does. */
export function laoSpellingFaults(text: string): string[] {
  return faults.filter(([, pattern]) => pattern.test(text)).map(([name]) => name);
}
