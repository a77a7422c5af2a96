import { foldLao } from "@/lib/i18n/lao";

/** The columns of a plan's sheet, the same out and in. `also`: other headings that people write. */
export const planColumns = [
  { key: "code", lo: "ລະຫັດ (ຢ່າປ່ຽນ)", en: "Code (do not change)", also: ["ລະຫັດ", "Code"] },
  { key: "number", lo: "ລຳດັບ", en: "No.", also: ["#", "No", "Number"] },
  { key: "problem", lo: "ບັນຫາ", en: "Problem", also: [] },
  { key: "what", lo: "ກິດຈະກຳ", en: "Action", also: ["Activity"] },
  { key: "level", lo: "ຂັ້ນ", en: "Level", also: [] },
  { key: "lead", lo: "ຜູ້ຮັບຜິດຊອບ", en: "Lead", also: ["Who leads", "Responsible"] },
  { key: "leadNote", lo: "ໝາຍເຫດຜູ້ຮັບຜິດຊອບ", en: "Lead, note", also: ["Lead note"] },
  { key: "support", lo: "ຜູ້ສະໜັບສະໜູນ", en: "Support", also: ["Who supports"] },
  { key: "start", lo: "ວັນທີເລີ່ມຕົ້ນ", en: "Start date", also: ["Start"] },
  { key: "due", lo: "ວັນທີຕ້ອງແລ້ວ", en: "Due date", also: ["Due", "ກຳນົດເວລາ"] },
  { key: "resources", lo: "ສິ່ງທີ່ຕ້ອງໃຊ້", en: "Resources", also: [] },
  { key: "costKip", lo: "ຄ່າໃຊ້ຈ່າຍ (ກີບ)", en: "Cost (kip)", also: ["ຄ່າໃຊ້ຈ່າຍ", "Cost", "ງົບປະມານ", "Budget"] },
  { key: "fundSource", lo: "ແຫຼ່ງທຶນ", en: "Source of funds", also: ["Funds", "Fund source"] },
  { key: "funder", lo: "ຜູ້ໃຫ້ທຶນ", en: "Funder", also: [] },
  { key: "indicator", lo: "ຕົວຊີ້ວັດ", en: "Indicator", also: [] },
  { key: "target", lo: "ເປົ້າໝາຍ", en: "Target", also: [] },
  { key: "status", lo: "ສະຖານະ", en: "Status", also: [] },
  { key: "confirmed", lo: "ການຢືນຢັນຂອງພາກສ່ວນອື່ນ", en: "Confirmed by another office", also: [] },
] as const;

export type PlanColumn = (typeof planColumns)[number]["key"];

/** Told to whoever reads the sheet; not taken back from it. */
export const toldColumns: readonly PlanColumn[] = ["number", "confirmed"];

/** Heading text → column, in either language; spelling variants, case and spaces do not matter. */
export function columnOf(heading: string): PlanColumn | null {
  const key = foldLao(heading);
  const found = planColumns.find(({ lo, en, also }) =>
    [lo, en, ...also].some((name) => foldLao(name) === key),
  );
  return found?.key ?? null;
}
