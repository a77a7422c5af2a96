import { cleanLaoName } from "@/db/places/lao-name";
import { placeId } from "@/db/places/place-id";
import { facilityTypes } from "@/db/schema/facilities";
import { searchKey } from "@/lib/i18n/lao";
import { cellOf, type ImportField, type Mapping } from "./columns";
import { type PlannedRow, planned, plannedOr, RowProblem, refuseRepeats } from "./planned-row";
import { pointOf } from "./point";
import type { TableRow } from "./table";
import type { Known, KnownDistrict } from "./villages";

export const facilityFields: readonly ImportField[] = [
  "dhis2",
  "code",
  "type",
  "nameLo",
  "nameEn",
  "district",
  "village",
  "lat",
  "lng",
  "from",
];

export type KnownFacility = {
  id: string;
  dhis2: string | null;
  code: string | null;
  type: string;
  nameLo: string;
  nameEn: string;
  districtId: string;
  villageId: string | null;
  lat: number | null;
  lng: number | null;
};

const typeWords: Readonly<Record<string, (typeof facilityTypes)[number]>> = {
  ໂຮງໝໍສູນກາງ: "central_hospital",
  ໂຮງໝໍແຂວງ: "provincial_hospital",
  ໂຮງໝໍເມືອງ: "district_hospital_b",
  ໂຮງໝໍຊຸມຊົນ: "district_hospital_b",
  ສຸກສາລາ: "health_centre_b",
  ໂຮງໝໍນ້ອຍ: "health_centre_b",
  "health centre": "health_centre_b",
  "health center": "health_centre_b",
  "district hospital": "district_hospital_b",
  "provincial hospital": "provincial_hospital",
  "central hospital": "central_hospital",
};

/** A facility is known by its DHIS2 identifier or its code; never by its name. */
export function planFacilities(
  rows: readonly TableRow[],
  mapping: Mapping,
  { places, facilities }: { places: Known; facilities: readonly KnownFacility[] },
): PlannedRow[] {
  const plans = rows.map((row) => plannedOr(row.rowNo, () => planFacility(row, mapping, places, facilities)));
  return refuseRepeats(plans, (row) => row.subject);
}

function planFacility(
  { rowNo, cells }: TableRow,
  mapping: Mapping,
  places: Known,
  facilities: readonly KnownFacility[],
) {
  const cell = (field: ImportField) => cellOf(cells, mapping, field);
  const [dhis2, code] = [cell("dhis2"), cell("code")];
  const keyColumn = mapping.dhis2 ?? mapping.code ?? "dhis2_uid";
  if (dhis2 === "" && code === "") throw new RowProblem("key_missing", keyColumn, "");
  if (dhis2 !== "" && !/^[A-Za-z][A-Za-z0-9]{10}$/u.test(dhis2))
    throw new RowProblem("uid_not_dhis2", keyColumn, dhis2);
  const known = facilities.find(
    (one) => (dhis2 !== "" && one.dhis2 === dhis2) || (code !== "" && one.code === code),
  );
  const district = districtOf(cell("district"), mapping, places) ?? known?.districtId ?? null;
  if (!district) throw new RowProblem("unknown_district", mapping.district ?? "district", cell("district"));
  const given = {
    dhis2: dhis2 || null,
    code: code || null,
    type: typeOf(cell("type"), mapping) ?? known?.type ?? null,
    nameLo: cleanLaoName(cell("nameLo")) || known?.nameLo || "",
    nameEn: cell("nameEn") || null,
    districtId: district,
    villageId: villageOf(cell("village"), district, mapping, places),
    ...(pointOf(cells, mapping) ?? { lat: null, lng: null }),
    from: dateOf(cell("from"), mapping),
  };
  if (given.nameLo === "") throw new RowProblem("name_missing", mapping.nameLo ?? "name_lo", "");
  if (given.type === null) throw new RowProblem("unknown_type", mapping.type ?? "type", cell("type"));
  return known ? existing(rowNo, known, given) : made(rowNo, given);
}

type Given = { dhis2: string | null; code: string | null; nameLo: string } & Record<string, unknown>;

function made(rowNo: number, given: Given): PlannedRow {
  const subject = placeId(`facility:${given.dhis2 ?? given.code}`);
  return planned({ rowNo, outcome: "create", value: given.nameLo, subject, next: given });
}

function existing(rowNo: number, known: KnownFacility, given: Given): PlannedRow {
  const changed = Object.entries(given).filter(
    ([field, value]) => field !== "from" && value !== null && value !== known[field as keyof KnownFacility],
  );
  const outcome = changed.length === 0 ? "same" : "update";
  return planned({
    rowNo,
    outcome,
    value: known.nameLo,
    subject: known.id,
    next: Object.fromEntries(changed),
  });
}

function typeOf(text: string, mapping: Mapping): string | null {
  if (text === "") return null;
  const folded = text.trim().toLowerCase().replace(/\s+/gu, " ");
  const known = facilityTypes.find((type) => type === folded.replace(/ /gu, "_")) ?? typeWords[folded];
  if (!known) throw new RowProblem("unknown_type", mapping.type ?? "type", text);
  return known;
}

function districtOf(text: string, mapping: Mapping, { districts }: Known): string | null {
  if (text === "") return null;
  const pcode = /^\d{3,4}$/u.test(text) ? `LA${text.padStart(4, "0")}` : text.toUpperCase();
  const named = districts.filter(
    (one: KnownDistrict) =>
      one.pcode === pcode ||
      searchKey(one.nameLo) === searchKey(text) ||
      searchKey(one.nameEn) === searchKey(text),
  );
  if (named.length !== 1) throw new RowProblem("unknown_district", mapping.district ?? "district", text);
  return named[0]?.id ?? null;
}

function villageOf(text: string, districtId: string, mapping: Mapping, places: Known): string | null {
  if (text === "") return null;
  const named = places
    .villagesOf(districtId)
    .filter((village) => searchKey(village.nameLo) === searchKey(text));
  if (named.length !== 1) throw new RowProblem("unknown_village", mapping.village ?? "village", text);
  return named[0]?.id ?? null;
}

function dateOf(text: string, mapping: Mapping): string | null {
  if (text === "") return null;
  const real = /^\d{4}-\d{2}-\d{2}$/u.test(text) && !Number.isNaN(Date.parse(text));
  if (!real) throw new RowProblem("date_not_iso", mapping.from ?? "valid_from", text);
  return text;
}
