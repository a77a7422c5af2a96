import { isLao } from "./lao-name";
import { latinKey, soundKey } from "./sound-key";

/** The text that the trigram index holds: plain Latin letters and digits only, so that it works in any database locale. */
export function searchKeysOf(names: readonly string[], codes: readonly string[] = []): string {
  const keys = names
    .filter(Boolean)
    .flatMap((name) => (isLao(name) ? [soundKey(name)] : [latinKey(name), soundKey(name)]));
  return [...new Set([...keys, ...codes.map((code) => code.toLowerCase())])].filter(Boolean).join(" ");
}
