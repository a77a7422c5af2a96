/** A place's name in the reader's language; many villages have only their Lao one. */
export const placeName = (place: { nameLo: string; nameEn: string }, locale: string): string =>
  locale === "en" && place.nameEn ? place.nameEn : place.nameLo;
