import type { Office } from "@/lib/plans/schema";
import type { problemCategories } from "@/lib/problems/schema";

// Made-up village texts in Lao, as a facilitator would type them. Draft: to be reviewed by a Lao speaker.
type Level = "village" | "hc" | "district" | "province";
export type Story = Readonly<{
  problem: string;
  category: (typeof problemCategories)[number];
  touches: string;
  cause: string;
  effect: string;
  solution: string;
  action: string;
  level: Level;
  lead: Office;
  support: Office;
  kip: number;
  fund: "village" | "hc" | "district" | "province" | "partner" | "inkind";
  indicator: string;
  target: string;
  symbol: string;
}>;

export const stories: readonly Story[] = [
  {
    problem: "ທາງໄປສຸກສາລາຖືກຕັດຂາດໃນລະດູຝົນ",
    category: "transport_season",
    touches: "ທຸກຄອບຄົວຢູ່ຄຸ້ມເທິງ",
    cause: "ຂົວໄມ້ຂ້າມນ້ຳຫ້ວຍເພພັງ",
    effect: "ຄົນເຈັບໄປບໍ່ຮອດສຸກສາລາ",
    solution: "ສ້ອມແປງຂົວກ່ອນລະດູຝົນ",
    action: "ສ້ອມແປງຂົວໄມ້ຂ້າມນ້ຳຫ້ວຍ",
    level: "district",
    lead: "district_public_works",
    support: "village_committee",
    kip: 18_500_000,
    fund: "district",
    indicator: "ລົດຂ້າມຂົວໄດ້ໃນລະດູຝົນ",
    target: "12 ເດືອນຕໍ່ປີ",
    symbol: "seasonal_cutoff",
  },
  {
    problem: "ແມ່ຍິງຖືພາຫຼາຍຄົນຂາດການຝາກທ້ອງ",
    category: "access_distance",
    touches: "ແມ່ຍິງຖືພາ ແລະ ຄອບຄົວ",
    cause: "ສຸກສາລາຢູ່ໄກ ແລະ ຄ່າເດີນທາງແພງ",
    effect: "ບໍ່ຮູ້ອາການອັນຕະລາຍກ່ອນເກີດລູກ",
    solution: "ຈັດບໍລິການຝາກທ້ອງໃນບ້ານ",
    action: "ອອກບໍລິການຝາກທ້ອງໃນບ້ານ ເດືອນລະ 1 ຄັ້ງ",
    level: "hc",
    lead: "health_centre_head",
    support: "village_health_volunteer",
    kip: 2_400_000,
    fund: "hc",
    indicator: "ຈຳນວນແມ່ຍິງທີ່ຝາກທ້ອງຄົບ 4 ເທື່ອ",
    target: "ທຸກຄົນ",
    symbol: "care_pregnant",
  },
  {
    problem: "ຊາວບ້ານ ແລະ ພະນັກງານແພດເວົ້າກັນບໍ່ເຂົ້າໃຈ",
    category: "language_culture",
    touches: "ຜູ້ທີ່ບໍ່ເວົ້າພາສາລາວຢູ່ເຮືອນ",
    cause: "ພະນັກງານສຸກສາລາເວົ້າພາສາຊົນເຜົ່າບໍ່ໄດ້",
    effect: "ຄົນບໍ່ກ້າຖາມ ແລະ ບໍ່ກັບໄປອີກ",
    solution: "ໃຫ້ອາສາສະໝັກບ້ານຊ່ວຍແປ",
    action: "ອາສາສະໝັກສາທາລະນະສຸກບ້ານໄປນຳທຸກຄັ້ງເພື່ອແປພາສາ",
    level: "village",
    lead: "womens_union",
    support: "health_centre_staff",
    kip: 0,
    fund: "inkind",
    indicator: "ຈຳນວນຄັ້ງທີ່ມີຜູ້ແປພາສາ",
    target: "ທຸກຄັ້ງ",
    symbol: "meeting_place",
  },
  {
    problem: "ນ້ຳກິນຢູ່ຄຸ້ມເທິງບໍ່ສະອາດ",
    category: "water_sanitation",
    touches: "ເດັກນ້ອຍ ແລະ ຜູ້ສູງອາຍຸ",
    cause: "ສັດລ້ຽງລົງນ້ຳບ່ອນດຽວກັນ",
    effect: "ເດັກນ້ອຍຖອກທ້ອງເລື້ອຍໆ",
    solution: "ຕໍ່ທໍ່ນ້ຳຈາກບໍ່ທີ່ສະອາດ",
    action: "ຕໍ່ທໍ່ນ້ຳໄປຄຸ້ມເທິງ",
    level: "village",
    lead: "village_chief",
    support: "partner",
    kip: 6_800_000,
    fund: "village",
    indicator: "ຈຳນວນຄອບຄົວທີ່ໃຊ້ນ້ຳສະອາດ",
    target: "31 ຄອບຄົວ",
    symbol: "water_source",
  },
  {
    problem: "ຢາປະຈຳບ້ານໝົດເລື້ອຍໆ",
    category: "medicine_stock",
    touches: "ທຸກຄົນໃນບ້ານ",
    cause: "ບໍ່ໄດ້ກວດນັບຢາທຸກເດືອນ",
    effect: "ຕ້ອງຊື້ຢາແພງຢູ່ໄກບ້ານ",
    solution: "ກວດນັບ ແລະ ສັ່ງຢາໃຫ້ທັນເວລາ",
    action: "ກວດນັບກ່ອງຢາບ້ານທຸກເດືອນ",
    level: "village",
    lead: "village_health_volunteer",
    support: "health_centre_head",
    kip: 300_000,
    fund: "village",
    indicator: "ຈຳນວນມື້ທີ່ຢາໝົດ",
    target: "0 ມື້",
    symbol: "village_health_post",
  },
  {
    problem: "ເດັກນ້ອຍຫຼາຍຄົນສັກວັກຊີນບໍ່ຄົບ",
    category: "information_rumour",
    touches: "ເດັກອາຍຸຕ່ຳກວ່າ 1 ປີ",
    cause: "ພໍ່ແມ່ໄດ້ຍິນຂ່າວລືກ່ຽວກັບວັກຊີນ",
    effect: "ເດັກເປັນພະຍາດທີ່ປ້ອງກັນໄດ້",
    solution: "ໃຫ້ເຖົ້າແກ່ ແລະ ອາສາສະໝັກອະທິບາຍ",
    action: "ນັດວັນສັກວັກຊີນໃນບ້ານ ແລະ ບອກທຸກຄອບຄົວ",
    level: "hc",
    lead: "health_centre_staff",
    support: "village_committee",
    kip: 1_200_000,
    fund: "hc",
    indicator: "ຈຳນວນເດັກທີ່ໄດ້ວັກຊີນ Penta 3",
    target: "ທຸກຄົນ",
    symbol: "care_unvaccinated",
  },
  {
    problem: "ຄົນຖອກທ້ອງຫຼາຍຍ້ອນໃຊ້ປ່າແທນວິດຖ່າຍ",
    category: "water_sanitation",
    touches: "ຄອບຄົວຢູ່ຄຸ້ມລຸ່ມ",
    cause: "ດິນນ້ຳຖ້ວມ ຂຸດວິດບໍ່ໄດ້ເລິກ",
    effect: "ນ້ຳຫ້ວຍເປື້ອນ",
    solution: "ສ້າງວິດຖ່າຍຮ່ວມກັນ",
    action: "ສ້າງວິດຖ່າຍ 6 ຫຼັງ",
    level: "village",
    lead: "youth_union",
    support: "partner",
    kip: 9_000_000,
    fund: "partner",
    indicator: "ຈຳນວນວິດຖ່າຍທີ່ໃຊ້ໄດ້",
    target: "6 ຫຼັງ",
    symbol: "latrine_gap",
  },
  {
    problem: "ເດັກເກີດໃໝ່ຫຼາຍຄົນຍັງບໍ່ໄດ້ແຈ້ງເກີດ",
    category: "birth_registration",
    touches: "ເດັກເກີດໃໝ່ ແລະ ພໍ່ແມ່",
    cause: "ຫ້ອງການຢູ່ໄກ ແລະ ບໍ່ຮູ້ຂັ້ນຕອນ",
    effect: "ເດັກບໍ່ໄດ້ສິດປະກັນສຸຂະພາບ",
    solution: "ແຈ້ງເກີດພ້ອມກັນຢູ່ບ້ານ",
    action: "ແຈ້ງເກີດໃຫ້ເດັກທຸກຄົນພາຍໃນ 30 ມື້",
    level: "district",
    lead: "district_governor",
    support: "village_chief",
    kip: 800_000,
    fund: "district",
    indicator: "ຈຳນວນເດັກທີ່ແຈ້ງເກີດແລ້ວ",
    target: "ທຸກຄົນ",
    symbol: "village_office",
  },
];

export const promises = [
  { party: "village", text: "ແມ່ຍິງຖືພາທຸກຄົນໄດ້ໄປຝາກທ້ອງ" },
  { party: "hc", text: "ເປີດບໍລິການທຸກມື້ ແລະ ຕ້ອນຮັບດ້ວຍໄມຕີ" },
  { party: "district", text: "ສ້ອມແປງທາງ ແລະ ຂົວ ກ່ອນລະດູຝົນ" },
] as const;

export const madeUp = "ຂໍ້ມູນສົມມຸດ (made-up demonstration data)";
export const venue = "ສະໂມສອນບ້ານ";
export const findings = "ແຜນທີ່ ແລະ ແຜນຍັງຕິດຢູ່ຝາສະໂມສອນ. ຄະນະບ້ານໄດ້ປະຊຸມແລ້ວ.";
export const nextStep = "ນາຍບ້ານຕິດຕາມກິດຈະກຳທີ່ຍັງບໍ່ສຳເລັດ";
export const blocker = "ລໍຖ້າງົບປະມານ";
export const progressNotes = ["ໄດ້ເລີ່ມແລ້ວ", "ເຮັດໄດ້ເຄິ່ງໜຶ່ງ", "ຊາວບ້ານຊ່ວຍແຮງງານ"] as const;
export const instructionText = "ຂໍໃຫ້ລາຍງານຄວາມຄືບໜ້າ ແລະ ສະເໜີງົບປະມານພາຍໃນ 14 ມື້";
export const decisionText = "ເຫັນດີໃຫ້ຕິດຕາມກິດຈະກຳທີ່ກາຍກຳນົດທຸກເດືອນ";
export const meeting = "ກອງປະຊຸມປະຈຳເດືອນ";

export const explainText = "ໃຫ້ອະທິບາຍວ່າ ເປັນຫຍັງແມ່ເກີດລູກຢູ່ສຸກສາລາໜ້ອຍລົງ, ແລະ ຈະເຮັດຫຍັງ";
export const explained = "ນາງພະດຸງຄັນລາພັກ; ມີຜູ້ມາແທນແລ້ວ";
export const reportText = "ໃຫ້ສົ່ງບົດລາຍງານປະຈຳເດືອນທີ່ຂາດ";

/** Nobody's names: the office's own numbering, so that no person is invented. */
export const facilitatorNames = (district: string) =>
  [1, 2, 3].map((number) => `ຜູ້ອຳນວຍຄວາມສະດວກ ${number} ເມືອງ${district} (ຕົວຢ່າງ)`);
export const facilitatorOffice = "ຫ້ອງການສາທາລະນະສຸກເມືອງ";
export const trainingTopics = ["ຝຶກທີມອຳນວຍຄວາມສະດວກ CONNECT", "ຝຶກຄືນ: ແຜນທີ່ ແລະ ການຈັດລຳດັບບັນຫາ"] as const;
