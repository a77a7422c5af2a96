import type { Role } from "@/lib/access/roles";

export type DemoAccount = Readonly<{
  login: string;
  role: Role;
  /** Code of the place; for `firstVillage` the district whose first village it is; `LA` for the nation. */
  placeCode: string;
  firstVillage?: true;
  /** Code of the made-up health centre whose catchment this is. */
  facilityCode?: string;
  displayName: string;
  nameLo: string;
}>;

/** Shared by all demonstration accounts while only this machine can reach them; never accepted in production. */
export const demoPassword = "connect demo paksan";

/** Offices, not people: nobody named here exists. */
export const demoAccounts: readonly DemoAccount[] = [
  {
    login: "facilitator.pakxan",
    role: "facilitator",
    placeCode: "LA1101",
    displayName: "Facilitation team, Pakxane",
    nameLo: "ທີມອຳນວຍຄວາມສະດວກ ເມືອງປາກຊັນ",
  },
  {
    login: "facilitator.phaoudom",
    role: "facilitator",
    placeCode: "LA0504",
    displayName: "Facilitation team, Pha Oudom",
    nameLo: "ທີມອຳນວຍຄວາມສະດວກ ເມືອງຜາອຸດົມ",
  },
  {
    login: "healthcentre.pakxan",
    role: "health_centre",
    placeCode: "LA1101",
    firstVillage: true,
    facilityCode: "DEMO-LA1101-1",
    displayName: "Head of a health centre, Pakxane",
    nameLo: "ຫົວໜ້າສຸກສາລາ ເມືອງປາກຊັນ",
  },
  {
    login: "reporter.pakxan",
    role: "health_centre",
    placeCode: "LA1101",
    firstVillage: true,
    displayName: "Village reporter, Pakxane",
    nameLo: "ຜູ້ລາຍງານຂອງບ້ານ ເມືອງປາກຊັນ",
  },
  {
    login: "health.pakxan",
    role: "health_office",
    placeCode: "LA1101",
    displayName: "District health office, Pakxane",
    nameLo: "ຫ້ອງການສາທາລະນະສຸກເມືອງປາກຊັນ",
  },
  {
    login: "governor.pakxan",
    role: "governor_office",
    placeCode: "LA1101",
    displayName: "District governor's office, Pakxane",
    nameLo: "ຫ້ອງວ່າການເມືອງປາກຊັນ",
  },
  {
    login: "governor.phaoudom",
    role: "governor_office",
    placeCode: "LA0504",
    displayName: "District governor's office, Pha Oudom",
    nameLo: "ຫ້ອງວ່າການເມືອງຜາອຸດົມ",
  },
  {
    login: "facilitator.bolikhanh",
    role: "facilitator",
    placeCode: "LA1104",
    displayName: "Facilitation team, Bolikhanh",
    nameLo: "ທີມອຳນວຍຄວາມສະດວກ ເມືອງບໍລິຄັນ",
  },
  {
    login: "governor.bolikhanh",
    role: "governor_office",
    placeCode: "LA1104",
    displayName: "District governor's office, Bolikhanh",
    nameLo: "ຫ້ອງວ່າການເມືອງບໍລິຄັນ",
  },
  {
    login: "province.bolikhamxay",
    role: "province",
    placeCode: "LA11",
    displayName: "Provincial office, Bolikhamxay",
    nameLo: "ຫ້ອງວ່າການແຂວງບໍລິຄຳໄຊ",
  },
  {
    login: "ministry",
    role: "ministry",
    placeCode: "LA",
    displayName: "Ministry of Health, CONNECT team",
    nameLo: "ກະຊວງສາທາລະນະສຸກ, ທີມ CONNECT",
  },
  {
    login: "partner",
    role: "partner",
    placeCode: "LA",
    displayName: "A development partner",
    nameLo: "ຄູ່ຮ່ວມພັດທະນາ",
  },
  {
    login: "mentor.pakxan",
    role: "mentor",
    placeCode: "LA1101",
    displayName: "Mentor, Pakxane",
    nameLo: "ພີ່ລ້ຽງ ເມືອງປາກຊັນ",
  },
  {
    login: "admin",
    role: "administrator",
    placeCode: "LA",
    displayName: "Administrator",
    nameLo: "ຜູ້ດູແລລະບົບ",
  },
];
