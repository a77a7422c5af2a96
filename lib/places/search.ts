import { isLao, laoKey } from "@/db/places/lao-name";
import { keysOf } from "@/db/places/search-keys";
import { latinKey, soundKey } from "@/db/places/sound-key";
import { searchKey } from "@/lib/i18n/lao";

export const searchLimit = 20;
const longestQuery = 80;

/** A key for the trigram index, and a pattern that finds short keys with one letter wrong, which share no trigram. */
export type SearchKey = { key: string; near: string | null };

export function searchPlan(text: string): { typed: string; keys: SearchKey[] } {
  const typed = text.slice(0, longestQuery).trim();
  const keys = [...new Set(keysOf(typed))].filter(Boolean);
  return {
    typed,
    keys: keys.map((key) => ({ key, near: key.length > 5 ? null : `(^| )(${oneOff(key).join("|")})( |$)` })),
  };
}

/** Every way to be one letter away, as regular expressions; the key holds a-z and 0-9 only. */
function oneOff(key: string): string[] {
  const letters = [...key];
  const put = (at: number, drop: number, by: string) => letters.toSpliced(at, drop, by).join("");
  const missing = letters.length > 2 ? letters.map((_, at) => put(at, 1, "")) : [];
  const wrong = letters.length > 1 ? letters.map((_, at) => put(at, 1, ".")) : [];
  return [key, ...wrong, ...missing, ...[...letters, ""].map((_, at) => put(at, 0, "."))];
}

/** Letters to change, add, drop or swap to get from one to the other (optimal string alignment). */
export function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (above[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, (before[j - 2] ?? 0) + 1);
      row.push(least);
    }
    before = above;
    above = row;
  }
  return above[b.length] ?? 0;
}

export type Named = { level: string; code: string | null; names: readonly string[]; ended: boolean };

const weightOfLevel: Readonly<Record<string, number>> = {
  country: 2,
  province: 4,
  district: 3,
  taseng: 1,
  kumban: 1,
};

/**
 * How well a place answers what was typed: 0 not at all, 90 and more the very name. Ties go to the larger place.
 * Returns a function, because what was typed is prepared once and compared with hundreds of names.
 */
export function scorer(typed: string): (place: Named) => number {
  const scoreOfName = nameScorer(typed);
  const code = typed.toLowerCase();
  return (place) => {
    const best = Math.max(0, ...[...new Set(place.names)].filter(Boolean).map(scoreOfName));
    const score = Math.max(best, place.code?.toLowerCase() === code ? 100 : 0);
    return score === 0 ? 0 : score + (weightOfLevel[place.level] ?? 0) - (place.ended ? 5 : 0);
  };
}

const weak = { same: 62, near: 40 };

function nameScorer(typed: string): (name: string) => number {
  const lao = isLao(typed);
  const fold = lao ? laoKey : latinKey;
  // A short sound is shared by many names: it says less than a spelling one letter off.
  const heard = soundKey(typed).length > 5 ? { same: 78, near: 50 } : weak;
  const [exact, folded, sound] = [searchKey(typed), fold(typed), soundKey(typed)];
  return (name) => {
    if (isLao(name) !== lao) return alike(sound, soundKey(name), heard);
    if (searchKey(name) === exact) return 90;
    const words = name.split(/\s+/u);
    if (words.length > 1 && words.some((word) => fold(word) === folded)) return 79;
    const written = alike(folded, fold(name), { same: 85, near: 64 });
    // The same script spelt otherwise: a Lao reader means the letters, a romanisation only the sound.
    return written || alike(sound, soundKey(name), lao ? weak : heard);
  };
}

function alike(typed: string, name: string, { same, near }: { same: number; near: number }): number {
  if (typed === "" || name === "") return 0;
  if (typed === name) return same;
  if (typed.length > 1 && name.startsWith(typed))
    return near + 4 - Math.min(3, name.length - typed.length) / 2;
  const apart = Math.abs(typed.length - name.length);
  const distance = apart > 2 ? apart : editDistance(typed, name);
  if (distance === 1 && Math.max(typed.length, name.length) > 2) return near;
  if (distance === 2 && Math.min(typed.length, name.length) > 6) return near - 15;
  return typed.length > 2 && name.includes(typed) ? near - 10 : 0;
}
