/** Headings that people really use, folded; the first field that knows a heading takes it. */
const headings = {
  code: [
    "code",
    "village code",
    "villagecode",
    "vcode",
    "vill_code",
    "ລະຫັດ",
    "ລະຫັດບ້ານ",
    "ລະຫັດສະຖານທີ່",
    "facility code",
  ],
  district: [
    "district",
    "district code",
    "dcode",
    "pcode",
    "adm2_pcode",
    "district name",
    "ເມືອງ",
    "ລະຫັດເມືອງ",
  ],
  village: ["village", "village name", "ບ້ານ"],
  nameLo: ["name_lo", "name lo", "lao name", "village_lo", "ຊື່", "ຊື່ບ້ານ", "ຊື່ພາສາລາວ", "ຊື່ລາວ", "name"],
  nameEn: ["name_en", "name en", "english name", "village_en", "ຊື່ພາສາອັງກິດ", "ຊື່ອັງກິດ"],
  lat: ["lat", "latitude", "y", "ເສັ້ນຂະໜານ"],
  lng: ["lng", "lon", "long", "longitude", "x", "ເສັ້ນແວງ"],
  dhis2: ["dhis2", "dhis2 uid", "dhis2_uid", "uid", "orgunit", "orgunitid", "organisation unit"],
  type: ["type", "facility type", "ປະເພດ"],
  from: ["valid_from", "from", "opened", "ວັນທີເລີ່ມຕົ້ນ"],
  geonames: ["geonameid", "geonames id", "geonames"],
} as const satisfies Record<string, readonly string[]>;
export type ImportField = keyof typeof headings;

const fold = (heading: string) =>
  heading
    .normalize("NFC")
    .toLowerCase()
    .replace(/[\s_-]+/gu, " ")
    .trim();

export type Mapping = Partial<Record<ImportField, string>>;

/** Which column of the file is which field, among those this kind of import knows. */
export function mappingOf(header: readonly string[], fields: readonly ImportField[]): Mapping {
  const mapping: Mapping = {};
  for (const field of fields) {
    const known: readonly string[] = headings[field].map(fold);
    const column = header.find(
      (heading) => known.includes(fold(heading)) && !Object.values(mapping).includes(heading),
    );
    if (column) mapping[field] = column;
  }
  return mapping;
}

export const cellOf = (
  cells: Readonly<Record<string, string>>,
  mapping: Mapping,
  field: ImportField,
): string => {
  const column = mapping[field];
  return column === undefined ? "" : (cells[column] ?? "");
};
