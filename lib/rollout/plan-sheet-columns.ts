import { foldLao } from "@/lib/i18n/lao";

/** The columns of a rollout plan's sheet, the same out and in. */
export const planColumns = [
  { key: "code", lo: "ລະຫັດລາຍການ (ຢ່າປ່ຽນ)", en: "Line (do not change)" },
  { key: "place", lo: "ລະຫັດບ້ານ ຫຼື ເມືອງ", en: "Place code" },
  { key: "district", lo: "ເມືອງ", en: "District" },
  { key: "village", lo: "ບ້ານ", en: "Village" },
  { key: "year", lo: "ປີ", en: "Year" },
  { key: "module", lo: "ຊຸດ", en: "Module" },
  { key: "level", lo: "ຂັ້ນ", en: "Level" },
  { key: "plannedDate", lo: "ວັນທີວາງແຜນ", en: "Planned date" },
  { key: "funding", lo: "ໃຜຈ່າຍ", en: "Who pays" },
  { key: "funder", lo: "ຜູ້ໃຫ້ທຶນ", en: "Funder" },
  { key: "costKip", lo: "ຄ່າໃຊ້ຈ່າຍວາງແຜນ (ກີບ)", en: "Planned cost (kip)" },
  { key: "facilitators", lo: "ຜູ້ອຳນວຍຄວາມສະດວກ", en: "Facilitators" },
  { key: "note", lo: "ໝາຍເຫດ", en: "Note" },
  { key: "held", lo: "ຈັດແລ້ວວັນທີ", en: "Held on" },
  { key: "spent", lo: "ໃຊ້ຈ່າຍແລ້ວ (ກີບ)", en: "Spent (kip)" },
] as const;

export type PlanColumn = (typeof planColumns)[number]["key"];

/** Told to whoever reads the sheet; what was done follows from the workshops and is not taken from it. */
export const toldColumns: readonly PlanColumn[] = ["district", "village", "held", "spent"];

export function columnOf(heading: string): PlanColumn | null {
  const key = foldLao(heading);
  return planColumns.find(({ lo, en }) => foldLao(lo) === key || foldLao(en) === key)?.key ?? null;
}
