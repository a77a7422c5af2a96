/** Lao typing, folding, sorting and cutting. Rules: lao-glossary §1, geography §4.3. */

const invisible = /[\u200B-\u200D\u2060\uFEFF\u00AD]/g;
const laoDigits = /[\u0ED0-\u0ED9]/g;
const tones = /[\u0EC8-\u0ECB]/g;
const marksRun = /[\u0EB1\u0EB4-\u0EBC\u0EC8-\u0ECE]{2,}/g;

/** What a person typed or pasted, fit to be stored: no invisible characters, no space at the ends. */
export function cleanTyped(text: string): string {
  return text.replace(invisible, "").trim();
}

/** ໐–໙ as 0–9. */
export function latinDigits(text: string): string {
  return text.replace(laoDigits, (digit) => String(digit.charCodeAt(0) - 0x0ed0));
}

function vowelsBeforeTones(run: string): string {
  return run.replace(tones, "") + (run.match(tones)?.join("") ?? "");
}

/** A copy for comparing: one spelling for each word that can be typed in several ways. Never for display. */
export function foldLao(text: string): string {
  const plain = latinDigits(text.replace(invisible, ""))
    .normalize("NFKD")
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "");
  return plain
    .replace(/ເເ/g, "ແ")
    .replace(marksRun, vowelsBeforeTones)
    .replace(/ຫ\u0EBC/g, "ຫລ")
    .replace(/\s+/g, " ")
    .trim();
}

const romanKind = /^(?:ban|b\.|muang|mueang|meuang|m\.|khoueng|khwaeng)\s+(?=\S)/;
const laoKind = /^(?:ບ້ານ|ບ\.|ເມືອງ|ມ\.|ແຂວງ|ຂ\.)(?=.)/;

function dropAll(text: string, prefix: RegExp): string {
  const shorter = text.replace(prefix, "");
  return shorter === text ? text : dropAll(shorter, prefix);
}

/** The key a place or name is found by: folded, without spaces, hyphens and the words for village, district, province. */
export function searchKey(text: string): string {
  const spoken = dropAll(foldLao(text), romanKind);
  return dropAll(foldLao(spoken.replace(/[\s'’ʼ‘`´_-]/g, "")), laoKind);
}

const leadingVowel = /([\u0EC0-\u0EC4])([\u0E81-\u0EAE])/g;

type SortKey = Readonly<{ bare: string; whole: string }>;

/** A list of names compares each a dozen times, and folding is most of it. */
const sortKeys = new Map<string, SortKey>();
const MOST_KEYS = 20_000;

function sortKey(text: string): SortKey {
  const known = sortKeys.get(text);
  if (known) return known;
  const whole = foldLao(text).replace(leadingVowel, "$2$1");
  const key = { bare: whole.replace(tones, ""), whole };
  if (sortKeys.size >= MOST_KEYS) sortKeys.clear();
  sortKeys.set(text, key);
  return key;
}

function compareCodes(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Dictionary order: consonant first, then vowel, then tone; the same in every engine. */
export function compareLao(a: string, b: string): number {
  const [left, right] = [sortKey(a), sortKey(b)];
  return compareCodes(left.bare, right.bare) || compareCodes(left.whole, right.whole) || compareCodes(a, b);
}

const graphemeSegmenter = new Intl.Segmenter("lo", { granularity: "grapheme" });

/** What a reader counts as characters: a consonant with its vowel and tone marks is one. */
export function graphemes(text: string): string[] {
  return Array.from(graphemeSegmenter.segment(text), (part) => part.segment);
}

/** At most `max` graphemes, the last one an ellipsis when something was cut. */
export function truncate(text: string, max: number): string {
  const parts = graphemes(text);
  return parts.length <= max
    ? text
    : `${parts
        .slice(0, max - 1)
        .join("")
        .trimEnd()}…`;
}

/** The words of a Lao text. On the server only: Chromium has no good Lao dictionary. */
export function segmentWords(text: string): string[] {
  const words = new Intl.Segmenter("lo", { granularity: "word" });
  return Array.from(words.segment(text)).flatMap((part) => (part.isWordLike ? [part.segment] : []));
}
