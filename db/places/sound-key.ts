import { isLao, laoKey } from "./lao-name";

type Rule = readonly [RegExp, string];
const applyRules = (text: string, rules: readonly Rule[]) =>
  rules.reduce((changed, [pattern, by]) => changed.replace(pattern, by), text);

// Lao letters as escapes where a mark could not stand alone on the page.
const C = "[\u0e81-\u0eae]";
const lead = "[\u0ec0-\u0ec4]";
const vowel = "[\u0eb0-\u0eb9\u0ebb\u0ebd\u0ec0-\u0ec4\u0ecdaiu]";
const rule = (pattern: string, by: string): Rule => [new RegExp(pattern, "gu"), by];

/** What Lao leaves open (ວ ອ ຍ as vowel or consonant, vowels written before) is settled by what stands around. */
const laoRules: readonly Rule[] = [
  rule("\u0eb3", "aມ"),
  rule(`ຫ(?=[ນມງຍລ]|ວ${vowel})`, ""),
  rule(`ເ(${C})[\u0eb4-\u0eb7]`, "$1u"),
  rule(`ເ(${C})\u0ebb\u0eb2`, "$1a"),
  rule(`(${lead})(${C})`, "$2$1"),
  // ກວ ຂວ ຄວ open a syllable together; after any letter that may close one, ວ opens the next.
  rule(`(?<![ຂຄ]|(?<!${vowel})${C})ວ(?=${vowel})`, "v"),
  rule("ວ", "u"),
  rule(`ອ(?=${vowel})`, ""),
  rule("[ອ\u0eb6-\u0eb9\u0ec2\u0ecd\u0ebb]", "u"),
  rule("[\u0eb0-\u0eb2\u0ec3\u0ec4]", "a"),
  rule("[ຍຢ\u0eb4\u0eb5\u0ebd\u0ec0\u0ec1]", "i"),
  rule("[ກຂຄ]", "k"),
  rule("ງ", "g"),
  rule("ຈ", "c"),
  rule("[ສຊ]", "s"),
  rule("[ດຕຖທ]", "t"),
  rule("[ນໜ]", "n"),
  rule("[ບປຜພ]", "p"),
  rule("[ຝຟ]", "f"),
  rule("[ມໝ]", "m"),
  rule("ລ", "l"),
  rule("[ຮຫ]", "h"),
];

const letterClasses: readonly Rule[] = [
  ...[
    "\u0eb0",
    "\u0eb1\u0ebb",
    "\u0eb2",
    "\u0eb4\u0eb5",
    "\u0eb6\u0eb7",
    "\u0eb8\u0eb9",
    "\u0ec0",
    "\u0ec1",
    "\u0ec2\u0ecd",
  ].map((letters, digit) => rule(`[${letters}]`, String(digit))),
  rule("[\u0ec3\u0ec4]", "9"),
  rule("\u0eb3", "w"),
  rule("\u0ebd", "j"),
  rule("ວ", "v"),
  rule("ອ", "o"),
  rule("[ຍຢ]", "y"),
];

/** The letters of a Lao name one by one, vowels as digits: keeps apart what only sounds alike once a letter is missing. */
export const letterKey = (typed: string): string =>
  applyRules(applyRules(laoKey(typed), letterClasses), laoRules.slice(-11)).replace(/[^a-z0-9]/gu, "");

const kindWord = /^(?:baan|ban|b\.|mueang|meuang|muang|m\.|khoueng|khouang|khwaeng|kwaeng)\s+(?=\S)/u;
const kindAfter = /(?<=\S)\s+(?:province|prefecture|capital|district|city)$/u;

/** Accents go, except that é è ê at the end of a word is a sounded vowel and becomes "ei". */
const plainLatin = (typed: string) =>
  typed
    .replace(/[éèê]\b/giu, "ei")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9.]+/gu, " ")
    .trim()
    .replace(kindWord, "");

const latinRules: readonly Rule[] = [
  rule("ng", "9"),
  rule("\\bnh|(?:gn|ny)(?=[aeiouy])", "y"),
  rule("ck|kh|q", "k"),
  rule("tch|ch|tj|j", "C"),
  rule("c|g", "k"),
  rule("C", "c"),
  rule("ph|b", "p"),
  rule("th|dh|d", "t"),
  rule("[xz]", "s"),
  rule("(?<=[kpt])r", ""),
  rule("r(?![aeiouy])", ""),
  rule("r", "l"),
  rule("(?<=[nmtkp])e(?= |$)", ""),
  rule("ae", "e"),
  rule("eua?|ue[ao]?|oe", "u"),
  rule("w(?=[aeiouy])", "v"),
  rule("w", "u"),
  rule("h(?![aeiouy])", ""),
  rule("9", "g"),
  rule("[ey]", "i"),
  rule("o", "u"),
];

/** Latin letters and digits of a name without accents, kind words and spaces: the strict key. */
export const latinKey = (typed: string): string => plainLatin(typed).replace(/[^a-z0-9]/gu, "");

/**
 * How a name sounds, in fourteen letters: any romanisation and the Lao spelling of one name meet here
 * (x = s, ou = u, v = w, r = l, gn = nh = ny; vowels in three classes). For finding candidates only.
 */
export function soundKey(typed: string): string {
  const sounds = isLao(typed)
    ? applyRules(laoKey(typed), laoRules)
    : applyRules(plainLatin(typed).replace(kindAfter, ""), latinRules);
  return sounds
    .replace(/[^a-z0-9]/gu, "")
    .replace(/([aiu])[aiu]+/gu, "$1")
    .replace(/([a-z])\1+/gu, "$1");
}
