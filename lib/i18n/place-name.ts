/** A place's name in the reader's language; many villages have only their Lao one. */
export const placeName = (place: { nameLo: string; nameEn: string }, locale: string): string =>
  locale === "en" && place.nameEn ? place.nameEn : place.nameLo;

const kinds = { lo: "ບ້ານ", en: "Ban " } as const;

/** A village's name as it is said, its kind before it; once, if the name has it already. */
export function villageName(village: { nameLo: string; nameEn: string }, locale: string): string {
  const name = placeName(village, locale);
  const kind = locale === "en" ? kinds.en : kinds.lo;
  const said = Object.values(kinds).some((one) => name.startsWith(one) && name.length > one.length);
  return said ? name : `${kind}${name}`;
}

/** Any place in a list: a village with its kind, everything else by its name. */
export const placeInList = (place: { level: string; nameLo: string; nameEn: string }, locale: string) =>
  place.level === "village" ? villageName(place, locale) : placeName(place, locale);

/** Whose monthly report it is: a village with its kind, a health centre by its name. */
export const reporterName = (reporter: { kind: string; nameLo: string; nameEn: string }, locale: string) =>
  placeInList({ ...reporter, level: reporter.kind }, locale);
