import type { fundSources, governanceLevels } from "@/lib/workshops/vocabularies";
import type { actionStatuses, offices } from "./schema";

type Words<T extends string> = Record<T, { lo: string; en: string }>;

// Both languages are read from one file at once, so these words stand here and not in the messages of one language.

export const levelWords: Words<(typeof governanceLevels)[number]> = {
  village: { lo: "ບ້ານ", en: "Village" },
  hc: { lo: "ສຸກສາລາ", en: "Health centre" },
  district: { lo: "ເມືອງ", en: "District" },
  province: { lo: "ແຂວງ", en: "Province" },
};

export const statusWords: Words<(typeof actionStatuses)[number]> = {
  not_started: { lo: "ຍັງບໍ່ເລີ່ມ", en: "Not started" },
  in_progress: { lo: "ກຳລັງດຳເນີນການ", en: "In progress" },
  done: { lo: "ສຳເລັດແລ້ວ", en: "Done" },
  blocked: { lo: "ຕິດຂັດ", en: "Blocked" },
  dropped: { lo: "ຍົກເລີກ", en: "Dropped" },
};

export const fundSourceWords: Words<(typeof fundSources)[number]> = {
  village: { lo: "ກອງທຶນບ້ານ", en: "Village fund" },
  hc: { lo: "ງົບສຸກສາລາ", en: "Health centre budget" },
  district: { lo: "ງົບເມືອງ", en: "District budget" },
  province: { lo: "ງົບແຂວງ", en: "Province budget" },
  national: { lo: "ງົບສູນກາງ", en: "National budget" },
  partner: { lo: "ຄູ່ຮ່ວມພັດທະນາ", en: "Development partner" },
  inkind: { lo: "ການປະກອບສ່ວນ", en: "Labour or in kind" },
};

export const officeWords: Words<(typeof offices)[number]> = {
  village_chief: { lo: "ນາຍບ້ານ", en: "Village chief" },
  village_committee: { lo: "ຄະນະບ້ານ", en: "Village committee" },
  womens_union: { lo: "ສະຫະພັນແມ່ຍິງລາວ", en: "Lao Women's Union" },
  lao_front: { lo: "ແນວລາວສ້າງຊາດ", en: "Lao Front for National Development" },
  youth_union: { lo: "ຊາວໜຸ່ມ", en: "Youth Union" },
  village_health_volunteer: { lo: "ອສບ", en: "Village health volunteer" },
  health_centre_head: { lo: "ຫົວໜ້າສຸກສາລາ", en: "Health centre head" },
  health_centre_staff: { lo: "ພະນັກງານສຸກສາລາ", en: "Health centre staff" },
  district_hospital: { lo: "ໂຮງໝໍເມືອງ", en: "District hospital" },
  district_health_office: { lo: "ຫ້ອງການສາທາລະນະສຸກເມືອງ", en: "District health office" },
  district_governor: { lo: "ເຈົ້າເມືອງ", en: "District governor" },
  district_public_works: { lo: "ຫ້ອງການໂຍທາເມືອງ", en: "District public works" },
  district_education: { lo: "ຫ້ອງການສຶກສາເມືອງ", en: "District education office" },
  district_finance: { lo: "ຫ້ອງການການເງິນເມືອງ", en: "District finance office" },
  district_agriculture: { lo: "ຫ້ອງການກະສິກຳເມືອງ", en: "District agriculture office" },
  province_health_office: { lo: "ພະແນກສາທາລະນະສຸກແຂວງ", en: "Provincial health department" },
  province_governor: { lo: "ເຈົ້າແຂວງ", en: "Provincial governor" },
  facilitator_team: { lo: "ທີມຜູ້ອຳນວຍຄວາມສະດວກ", en: "Facilitation team" },
  partner: { lo: "ຄູ່ຮ່ວມພັດທະນາ", en: "Development partner" },
  other: { lo: "ອື່ນໆ", en: "Other" },
};

/** The words of the status messages, for a sheet that leaves the application. */
export const trustWords = {
  confirmed: { lo: "ພາກສ່ວນອື່ນຢືນຢັນແລ້ວ", en: "Confirmed by another office" },
  refused: { lo: "ພາກສ່ວນອື່ນບໍ່ຢືນຢັນ", en: "Another office says it is not so" },
  unconfirmed: { lo: "ຕ້ອງໃຫ້ພາກສ່ວນອື່ນຢືນຢັນ", en: "Needs confirmation by another office" },
  none: { lo: null, en: null },
} as const;
