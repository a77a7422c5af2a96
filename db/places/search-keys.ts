import { isLao } from "./lao-name";
import { latinKey, letterKey, soundKey } from "./sound-key";

/** What one name is looked up by: its letters and its sound. */
export const keysOf = (name: string): string[] => [
  isLao(name) ? letterKey(name) : latinKey(name),
  soundKey(name),
];

/** The text that the trigram index holds: plain Latin letters and digits only, so that it works in any database locale. */
export function searchKeysOf(names: readonly string[], codes: readonly string[] = []): string {
  const keys = names.filter(Boolean).flatMap((name) => keysOf(name));
  return [...new Set([...keys, ...codes.map((code) => code.toLowerCase())])].filter(Boolean).join(" ");
}
