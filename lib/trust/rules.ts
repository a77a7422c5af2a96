import { DONT_KNOW, type Instrument, REFUSED, type Scale, type TrustAnswer } from "./schema";

/** The answers a scale has, lowest trust first. */
export const valuesOf: Readonly<Record<Scale, readonly number[]>> = {
  agree3: [-1, 0, 1],
  often4: [1, 2, 3, 4],
};

/** Lowest and highest score a whole interview can have. */
export function rangeOf({
  scale,
  items,
}: Pick<Instrument, "scale"> & { items: { length: number } }): readonly [number, number] {
  return scale === "agree3" ? [-items.length, items.length] : [1, 4];
}

const isMissing = (value: number) => value === REFUSED || value === DONT_KNOW;

/** Why these values are no answer to this version of the instrument; null when they are. */
export function faultOf(
  { scale, items }: Pick<Instrument, "scale" | "items">,
  values: TrustAnswer["values"],
): "items" | "value" | null {
  if (values.length !== items.length) return "items";
  return values.every((value) => isMissing(value) || valuesOf[scale].includes(value)) ? null : "value";
}

/**
 * What one interview counts as, null when too few items were answered (statistics §2): on −1/0/+1 the number of items times
 * the mean of those answered, if at least three quarters were (6 of 8); on 1–4 their mean.
 */
export function scoreOf({ scale }: Pick<Instrument, "scale">, values: TrustAnswer["values"]): number | null {
  const answered = values.filter((value) => !isMissing(value));
  const mean = answered.reduce((sum, value) => sum + value, 0) / answered.length;
  if (scale === "often4") return answered.length > 0 ? mean : null;
  return answered.length * 4 >= values.length * 3 ? values.length * mean : null;
}

/** In the language of the interview, else Lao. */
export const wordsIn = (text: Readonly<Record<string, string>>, language: string): string =>
  text[language] || text.lo || "";
