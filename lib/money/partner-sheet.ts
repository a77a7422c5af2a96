import type { Locale } from "@/lib/i18n/routing";
import { type Cell, readDateCell, readTextCell, readWordCell } from "@/lib/plans/spreadsheet-cells";
import { readLineCell, readNamedCell, readPlaceCell, type SheetColumn } from "@/lib/record-sheet";
import { type RecordSheet, readCodeCell, type StandingRecord } from "@/lib/record-sheet-intake";
import type { KeptActivity, PartnerRegister } from "./partner-queries";
import { PartnerActivityFields } from "./schema";
import type { MoneyWords } from "./words";

/** The columns of the partner register's sheet, the same out and in. */
const columns = [
  { key: "code", lo: "ລະຫັດລາຍການ (ຢ່າປ່ຽນ)", en: "Line (do not change)" },
  { key: "institution", lo: "ຄູ່ຮ່ວມພັດທະນາ", en: "Partner" },
  { key: "theme", lo: "ຫົວຂໍ້", en: "Theme" },
  { key: "place", lo: "ລະຫັດສະຖານທີ່", en: "Place code" },
  { key: "placeName", lo: "ສະຖານທີ່", en: "Place name" },
  { key: "from", lo: "ແຕ່ວັນທີ", en: "From" },
  { key: "to", lo: "ຮອດວັນທີ", en: "To" },
  { key: "source", lo: "ເອກະສານ", en: "Document" },
  { key: "note", lo: "ໝາຍເຫດ", en: "Note" },
] as const satisfies readonly SheetColumn<string>[];
type Column = (typeof columns)[number]["key"];

const dayCell = (iso: string | null) => (iso ? new Date(`${iso}T00:00:00Z`) : null);

/** Heading row and one row for each thing a partner does. */
export function partnerSheetRows(
  { activities, places, institutions }: PartnerRegister,
  { words, locale }: { words: MoneyWords; locale: Locale },
): Cell[][] {
  const name = (one: { nameLo: string; nameEn: string } | undefined) =>
    one ? (locale === "en" && one.nameEn ? one.nameEn : one.nameLo) : null;
  const rows = activities.map((one): Record<Column, Cell> => {
    const place = places.find(({ id }) => id === (one.districtId ?? one.provinceId));
    return {
      code: one.id,
      institution: name(institutions.find(({ id }) => id === one.institutionId)),
      theme: words.theme[one.theme][locale],
      place: place?.code ?? null,
      placeName: name(place),
      from: dayCell(one.from),
      to: dayCell(one.to),
      source: one.source,
      note: one.note,
    };
  });
  return [columns.map((one) => one[locale]), ...rows.map((row) => columns.map(({ key }) => row[key]))];
}

const keyOf = (fields: Readonly<Record<string, unknown>>) =>
  JSON.stringify(
    ["institutionId", "theme", "provinceId", "districtId", "from"].map((name) => fields[name] ?? null),
  );

export const standingActivities = (activities: readonly KeptActivity[]): StandingRecord[] =>
  activities.map(({ id, versions, ...fields }) => ({ id, versions, fields, key: keyOf(fields) }));

type Given = Pick<PartnerRegister, "places" | "institutions"> & {
  words: MoneyWords;
  standing: readonly StandingRecord[];
};

export function partnerSheet({ places, institutions, words, standing }: Given): RecordSheet<Column> {
  return {
    columns,
    told: ["placeName"],
    schema: PartnerActivityFields,
    readers: {
      code: readCodeCell(standing),
      institution: readNamedCell(institutions, "unknown_institution"),
      theme: (cell) => readWordCell(cell, words.theme),
      place: readPlaceCell(places),
      placeName: () => ({ value: null }),
      from: readDateCell,
      to: readDateCell,
      source: readLineCell,
      note: (cell) => readTextCell(cell, 8000),
    },
    columnOf: (field) =>
      field === "institutionId"
        ? "institution"
        : field === "provinceId" || field === "districtId"
          ? "place"
          : (field as Column),
    fieldsOf: (cells) => {
      const place = places.find(({ id }) => id === cells.place);
      const { theme, from, to, source, note } = cells;
      const said = { theme, from, to, source, note, institutionId: cells.institution };
      const fields = Object.fromEntries(Object.entries(said).map(([name, value]) => [name, value ?? null]));
      const district = place?.level === "district" ? place.id : null;
      return { ...fields, provinceId: place?.provinceId ?? null, districtId: district };
    },
    wrongIn: ({ from, to }) =>
      from && to && String(to) < String(from) ? { column: "to", reason: "before_start" } : null,
    keyOf,
  };
}
