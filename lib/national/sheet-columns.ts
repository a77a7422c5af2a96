import type { SheetColumn } from "@/lib/record-sheet";

/** The columns of the file, the same in and out; both languages are read from one file. */
export const nationalColumns = [
  { key: "record", lo: "ລາຍການ", en: "Record" },
  { key: "indicator", lo: "ຕົວຊີ້ວັດ", en: "Indicator" },
  { key: "place", lo: "ແຂວງ", en: "Province" },
  { key: "year", lo: "ປີ", en: "Year" },
  { key: "from", lo: "ແຕ່ວັນທີ", en: "From" },
  { key: "to", lo: "ຮອດວັນທີ", en: "To" },
  { key: "value", lo: "ຄ່າ", en: "Value" },
  { key: "kind", lo: "ແຫຼ່ງຂໍ້ມູນ", en: "Kind of source" },
  { key: "basis", lo: "ຖານຕົວຫານ", en: "Denominator basis" },
  { key: "amongWhom", lo: "ໃນຈຳນວນໃດ", en: "Among whom" },
  { key: "source", lo: "ເອກະສານ", en: "Source" },
  { key: "verdict", lo: "ການຕັດສິນຂອງບົດລາຍງານ", en: "Report's verdict" },
  { key: "note", lo: "ໝາຍເຫດ", en: "Note" },
] as const satisfies readonly SheetColumn<string>[];

export type NationalColumn = (typeof nationalColumns)[number]["key"];
