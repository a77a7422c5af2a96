import { cleanLaoName, isLao } from "../../places/lao-name";
import { placeId } from "../../places/place-id";
import { searchKeysOf } from "../../places/search-keys";
import { soundKey } from "../../places/sound-key";
import { type CleaningReport, cleanVillages } from "./clean-villages";
import { disputedCodes, pcodeByGeonames, pcodeByListNumber, provinces } from "./provinces";
import { addressList, addressSource, geonamesDistricts, geonamesSource, geonamesTowns } from "./sources";

export type PlaceRow = {
  id: string;
  level: "country" | "province" | "district" | "village";
  parent_id: string | null;
  district_id: string | null;
  province_id: string | null;
  name_lo: string;
  name_en: string;
  search_keys: string;
  code: string;
  source: string;
  needs_review: boolean;
  review_reasons: string[];
};
export type NameRow = {
  place_id: string;
  name_lo: string;
  name_en: string;
  kind: "official" | "alias" | "romanisation";
  source: string;
};
export type CodeRow = { place_id: string; scheme: string; code: string; disputed: boolean; note: string };
export type SettlementRow = {
  id: string;
  name_en: string;
  lat: number;
  lng: number;
  province_id: string;
  source: string;
};

export type ReferenceRows = {
  places: PlaceRow[];
  names: NameRow[];
  codes: CodeRow[];
  settlements: SettlementRow[];
  report: CleaningReport;
};

/** Everything the pinned lists say, as rows; pure, so that tests can count it without a database. */
export function referenceRows(): ReferenceRows {
  const list = addressList();
  const districts = list.DISTRICT.map(districtOf);
  const { villages, report } = cleanVillages(
    list.VILLAGE,
    new Set(list.DISTRICT.map((district) => district.did)),
  );
  const nameOfDistrict = new Map(list.DISTRICT.map((district) => [district.did, pcodeOf(district.did)]));
  const drafts = [
    countryDraft(),
    ...provinces.map(provinceDraft),
    ...districts,
    ...villages.map((village) => villageDraft(village, nameOfDistrict.get(village.district) ?? "")),
  ];
  return {
    places: drafts.map(placeRow),
    names: drafts.flatMap((draft) => draft.names.map((name) => ({ ...name, place_id: placeId(draft.code) }))),
    codes: drafts.flatMap((draft) => draft.codes.map((code) => ({ ...code, place_id: placeId(draft.code) }))),
    settlements: settlementRows(),
    report,
  };
}

type Draft = {
  code: string;
  level: PlaceRow["level"];
  parent: string | null;
  district: string | null;
  province: string | null;
  nameLo: string;
  nameEn: string;
  source: string;
  reasons: string[];
  names: Omit<NameRow, "place_id">[];
  codes: Omit<CodeRow, "place_id">[];
};

function placeRow(draft: Draft): PlaceRow {
  const id = (code: string | null) => (code ? placeId(code) : null);
  const names = draft.names.flatMap((name) => [name.name_lo, name.name_en]);
  return {
    id: placeId(draft.code),
    level: draft.level,
    parent_id: id(draft.parent),
    district_id: id(draft.district),
    province_id: id(draft.province),
    name_lo: draft.nameLo,
    name_en: draft.nameEn,
    search_keys: searchKeysOf([draft.nameLo, draft.nameEn, ...names], [draft.code]),
    code: draft.code,
    source: draft.source,
    needs_review: draft.reasons.length > 0,
    review_reasons: draft.reasons,
  };
}

const official = (nameLo: string, nameEn: string, source: string): Omit<NameRow, "place_id"> => ({
  name_lo: nameLo,
  name_en: nameEn,
  kind: "official",
  source,
});
const romanised = (nameEn: string, source: string): Omit<NameRow, "place_id"> => ({
  name_lo: "",
  name_en: nameEn,
  kind: "romanisation",
  source,
});
const code = (scheme: string, value: string, note = "", disputed = false) => ({
  scheme,
  code: value,
  disputed,
  note,
});

function codesOf(pcode: string, plain: ReturnType<typeof code>[]) {
  const disputed = disputedCodes.filter((claim) => claim.pcode === pcode);
  const settled = plain.filter((one) => !disputed.some((claim) => claim.scheme === one.scheme));
  return [...settled, ...disputed.map((claim) => code(claim.scheme, claim.code, claim.note, true))];
}

function countryDraft(): Draft {
  const [nameLo, nameEn, source] = ["ສປປ ລາວ", "Lao PDR", "ISO 3166"];
  const base = {
    code: "LA",
    level: "country",
    parent: null,
    district: null,
    province: null,
    nameLo,
    nameEn,
    source,
  } as const;
  const names = [official(nameLo, nameEn, source), romanised("Laos", source)];
  return { ...base, reasons: [], names, codes: [code("iso", "LA")] };
}

function provinceDraft([pcode, iso, geonames, nameLo, romanisations]: (typeof provinces)[number]): Draft {
  const [nameEn, ...others] = romanisations;
  return {
    code: pcode,
    level: "province",
    parent: "LA",
    district: null,
    province: pcode,
    nameLo,
    nameEn,
    source: addressSource,
    reasons: [],
    names: [
      official(nameLo, nameEn, addressSource),
      ...others.map((name) => romanised(name, geonamesSource)),
    ],
    codes: codesOf(pcode, [code("pcode", pcode), code("iso", iso), code("geonames", geonames)]),
  };
}

const pcodeOf = (did: string) => pcodeByListNumber[did] ?? `LA${did.padStart(4, "0")}`;

function geonamesOf(pcode: string) {
  const found = geonamesByPcode().get(pcode);
  return found && { ...found, name: found.name.replace(/^Muang | district$/gu, "") };
}
let byPcode: Map<string, { code: string; name: string }> | undefined;
function geonamesByPcode() {
  byPcode ??= new Map(
    geonamesDistricts().map((row) => [pcodeByGeonames[row.code] ?? `LA${row.code.slice(-4)}`, row]),
  );
  return byPcode;
}

function districtOf(row: { did: string; dn: string; dn_en: string; pid: string }): Draft {
  const pcode = pcodeOf(row.did);
  const [nameLo, nameEn, other] = [cleanLaoName(row.dn), row.dn_en.trim(), geonamesOf(pcode)];
  const differ = other
    ? soundKey(other.name) !== soundKey(nameLo) && soundKey(nameEn) !== soundKey(nameLo)
    : true;
  return {
    code: pcode,
    level: "district",
    parent: pcode.slice(0, 4),
    district: pcode,
    province: pcode.slice(0, 4),
    nameLo,
    nameEn,
    source: addressSource,
    reasons: [
      ...(differ ? ["names_differ"] : []),
      ...(disputedCodes.some((claim) => claim.pcode === pcode) ? ["codes_differ"] : []),
    ],
    names: [
      official(nameLo, nameEn, addressSource),
      ...(other && other.name !== nameEn ? [romanised(other.name, geonamesSource)] : []),
    ],
    codes: codesOf(pcode, [
      code("pcode", pcode),
      code("npm", row.did),
      ...(other ? [code("geonames", other.code)] : []),
    ]),
  };
}

function villageDraft(
  village: ReturnType<typeof cleanVillages>["villages"][number],
  district: string,
): Draft {
  const { nameLo, nameEn, parts } = village;
  const differ =
    nameEn !== "" && (isLao(nameEn) || soundKey(nameEn).slice(0, 3) !== soundKey(nameLo).slice(0, 3));
  return {
    code: `v${village.listId}`,
    level: "village",
    parent: district,
    district,
    province: district.slice(0, 4),
    nameLo,
    nameEn,
    source: addressSource,
    reasons: [...village.reasons, ...(differ ? ["names_differ"] : [])],
    names: [
      official(nameLo, nameEn, addressSource),
      ...parts.map((part) => ({ name_lo: part, name_en: "", kind: "alias" as const, source: addressSource })),
    ],
    codes: [code("npm", village.listId, "number in the address list, not an official code")],
  };
}

function settlementRows(): SettlementRow[] {
  const province = new Map(provinces.map(([pcode, , geonames]) => [geonames as string, pcode]));
  return geonamesTowns().map((town) => ({
    id: placeId(`town:${town.name}:${town.lat}:${town.lng}`),
    name_en: town.name,
    lat: Number(town.lat),
    lng: Number(town.lng),
    province_id: placeId(province.get(`LA.${town.admin1}`) ?? "LA"),
    source: geonamesSource,
  }));
}
