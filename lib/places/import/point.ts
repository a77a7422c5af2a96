import { cellOf, type Mapping } from "./columns";
import { RowProblem } from "./planned-row";

/** A box around the country with room to spare: a point outside it is a typing error, not a village. */
const country = { west: 99.5, east: 108.3, south: 13.4, north: 23.1 };
const within = (lng: number, lat: number) =>
  lng >= country.west && lng <= country.east && lat >= country.south && lat <= country.north;

/** Decimal comma or point; a thousands mark has no place in a coordinate. */
function degrees(text: string): number {
  return /^-?\d{1,3}(?:[.,]\d+)?$/u.test(text) ? Number(text.replace(",", ".")) : Number.NaN;
}

export function pointOf(
  cells: Readonly<Record<string, string>>,
  mapping: Mapping,
): { lat: number; lng: number } | null {
  const [latText, lngText] = [cellOf(cells, mapping, "lat"), cellOf(cells, mapping, "lng")];
  if (latText === "" && lngText === "") return null;
  const [latColumn, lngColumn] = [mapping.lat ?? "lat", mapping.lng ?? "lng"];
  if (latText === "") throw new RowProblem("point_half", latColumn, "");
  if (lngText === "") throw new RowProblem("point_half", lngColumn, "");
  const [lat, lng] = [degrees(latText), degrees(lngText)];
  if (Number.isNaN(lat)) throw new RowProblem("point_not_a_number", latColumn, latText);
  if (Number.isNaN(lng)) throw new RowProblem("point_not_a_number", lngColumn, lngText);
  if (within(lng, lat)) return { lat, lng };
  if (within(lat, lng)) throw new RowProblem("point_swapped", latColumn, `${latText} / ${lngText}`);
  throw new RowProblem("point_outside_country", latColumn, `${latText} / ${lngText}`);
}
