import type { Locale } from "@/lib/i18n/routing";
import {
  type Cell,
  readDateCell,
  readKipCell,
  readTextCell,
  readWordCell,
} from "@/lib/plans/spreadsheet-cells";
import {
  readLineCell,
  readNamedCell,
  readPlaceCell,
  readYearCell,
  type SheetColumn,
} from "@/lib/record-sheet";
import { type RecordSheet, readCodeCell, type StandingRecord } from "@/lib/record-sheet-intake";
import type { KeptLine, LineForm } from "./budget-queries";
import { BudgetFields, budgetContradiction } from "./schema";
import type { MoneyWords } from "./words";

/** The columns of a budget's sheet, the same out and in. */
const columns = [
  { key: "code", lo: "ລະຫັດລາຍການ (ຢ່າປ່ຽນ)", en: "Line (do not change)" },
  { key: "place", lo: "ລະຫັດສະຖານທີ່", en: "Place code" },
  { key: "placeName", lo: "ສະຖານທີ່", en: "Place name" },
  { key: "year", lo: "ປີ", en: "Year" },
  { key: "purpose", lo: "ເພື່ອຫຍັງ", en: "What for" },
  { key: "fundSource", lo: "ແຫຼ່ງທຶນ", en: "Source of funds" },
  { key: "funder", lo: "ອົງການທີ່ຈ່າຍ", en: "Institution that pays" },
  { key: "plannedKip", lo: "ວາງແຜນ (ກີບ)", en: "Planned (kip)" },
  { key: "approvedKip", lo: "ອະນຸມັດ (ກີບ)", en: "Approved (kip)" },
  { key: "disbursementDue", lo: "ກຳນົດເບີກຈ່າຍ", en: "Disbursement due" },
  { key: "disbursedKip", lo: "ເບີກຈ່າຍແລ້ວ (ກີບ)", en: "Disbursed (kip)" },
  { key: "disbursedOn", lo: "ວັນທີເບີກຈ່າຍ", en: "Disbursed on" },
  { key: "spentKip", lo: "ໃຊ້ຈ່າຍແລ້ວ (ກີບ)", en: "Spent (kip)" },
  { key: "source", lo: "ເອກະສານ", en: "Document" },
  { key: "note", lo: "ໝາຍເຫດ", en: "Note" },
] as const satisfies readonly SheetColumn<string>[];
type Column = (typeof columns)[number]["key"];

type Lists = Pick<LineForm, "districts" | "provinces" | "funders">;
/** A district's lines are the province's to write; those of provinces and the nation the ministry's. */
export type BudgetLevel = "district" | "nation";

const dayCell = (iso: string | null) => (iso ? new Date(`${iso}T00:00:00Z`) : null);
const placeField = { district: "districtId", nation: "provinceId" } as const;

/** Heading row and one row a line. */
export function budgetSheetRows(
  lines: readonly KeptLine[],
  lists: Lists,
  { words, locale }: { words: MoneyWords; locale: Locale },
): Cell[][] {
  const name = (one: { nameLo: string; nameEn: string } | undefined) =>
    one ? (locale === "en" && one.nameEn ? one.nameEn : one.nameLo) : null;
  const rows = lines.map((line): Record<Column, Cell> => {
    const place =
      lists.districts.find(({ id }) => id === line.districtId) ??
      lists.provinces.find(({ id }) => id === line.provinceId);
    return {
      code: line.id,
      place: place?.code ?? null,
      placeName: name(place),
      year: line.year,
      purpose: words.purpose[line.purpose][locale],
      fundSource: words.fundSource[line.fundSource][locale],
      funder: name(lists.funders.find(({ id }) => id === line.funderId)),
      plannedKip: line.plannedKip,
      approvedKip: line.approvedKip,
      disbursementDue: dayCell(line.disbursementDue),
      disbursedKip: line.disbursedKip,
      disbursedOn: dayCell(line.disbursedOn),
      spentKip: line.spentKip,
      source: line.source,
      note: line.note,
    };
  });
  return [columns.map((one) => one[locale]), ...rows.map((row) => columns.map(({ key }) => row[key]))];
}

/** A budget paid in parts has a line for each: they differ by when each was due. */
const keyOf = (level: BudgetLevel) => (fields: Readonly<Record<string, unknown>>) =>
  JSON.stringify(
    [placeField[level], "year", "purpose", "fundSource", "funderId", "disbursementDue"].map(
      (name) => fields[name] ?? null,
    ),
  );

export const standingLines = (lines: readonly KeptLine[], level: BudgetLevel): StandingRecord[] =>
  lines.map((line) => {
    const { id, versions, districtId, provinceId, ...rest } = line;
    const names = Object.keys(BudgetFields.shape);
    const own = Object.fromEntries(Object.entries(rest).filter(([name]) => names.includes(name)));
    const fields = { ...own, ...(level === "district" ? { districtId } : { provinceId }) };
    return { id, versions, fields, key: keyOf(level)(fields) };
  });

type Given = Lists & { words: MoneyWords; level: BudgetLevel; standing: readonly StandingRecord[] };

export function budgetSheet({
  districts,
  provinces,
  funders,
  words,
  level,
  standing,
}: Given): RecordSheet<Column> {
  const names = Object.keys(BudgetFields.shape);
  return {
    columns,
    told: ["placeName"],
    schema: BudgetFields,
    readers: {
      code: readCodeCell(standing),
      place: readPlaceCell(level === "district" ? districts : provinces),
      placeName: () => ({ value: null }),
      year: readYearCell,
      purpose: (cell) => readWordCell(cell, words.purpose),
      fundSource: (cell) => readWordCell(cell, words.fundSource),
      funder: readNamedCell(funders, "unknown_institution"),
      plannedKip: readKipCell,
      approvedKip: readKipCell,
      disbursementDue: readDateCell,
      disbursedKip: readKipCell,
      disbursedOn: readDateCell,
      spentKip: readKipCell,
      source: readLineCell,
      note: (cell) => readTextCell(cell, 8000),
    },
    columnOf: (field) =>
      field === "funderId" ? "funder" : field === placeField[level] ? "place" : (field as Column),
    fieldsOf: ({ place, funder, ...cells }) => {
      const said: Readonly<Record<string, unknown>> = { ...cells, funderId: funder };
      const fields = Object.fromEntries(names.map((name) => [name, said[name] ?? null]));
      return { ...fields, [placeField[level]]: place ?? null };
    },
    wrongIn: (fields) => {
      if (level === "district" && !fields.districtId) return { column: "place", reason: "required" };
      return budgetContradiction(fields) ? { column: "spentKip", reason: "contradiction" } : null;
    },
    keyOf: keyOf(level),
  };
}
