type Element = Readonly<{
  code: string;
  number: number;
  group: string;
  name_lo: string;
  name_en: string;
  reporters: readonly ("village" | "facility")[];
  maximum?: number;
  at_most?: readonly string[];
  advice_lo?: string;
  advice_en?: string;
  team_only?: boolean;
  source: string;
}>;

const packages = "WHO and DHIS2 packages of service indicators (drafted in Lao, to be reviewed)";
const own = "CONNECT (drafted in Lao, to be reviewed)";
const both = ["village", "facility"] as const;
const facility = ["facility"] as const;

const otherWomen = {
  advice_lo: "ໃນເດືອນດຽວກັນອາດເປັນແມ່ຍິງຄົນລະຄົນ. ຖ້າບໍ່ແມ່ນ, ໃຫ້ກວດຄືນທັງສອງຕົວເລກໃນປຶ້ມບັນທຶກ.",
  advice_en: "In one month these may be different women. If not, look up both numbers in the register.",
};
const otherChildren = {
  advice_lo: "ໃນເດືອນດຽວກັນອາດເປັນເດັກຄົນລະຄົນ. ຖ້າບໍ່ແມ່ນ, ໃຫ້ກວດຄືນທັງສອງຕົວເລກໃນປຶ້ມບັນທຶກ.",
  advice_en: "In one month these may be different children. If not, look up both numbers in the register.",
};
const oneOfThem = {
  advice_lo: "ຕົວເລກໜຶ່ງເປັນສ່ວນຂອງອີກຕົວໜຶ່ງ: ໃຫ້ແກ້ໄຂຕົວທີ່ຜິດ.",
  advice_en: "One is part of the other: correct the one that is wrong.",
};

const element = (
  [number, code, group, name_lo, name_en]: readonly [number, string, string, string, string],
  more: Partial<Element> = {},
): Element => ({ number, code, group, name_lo, name_en, reporters: both, source: packages, ...more });

/** What villages and health centres count each month (domain §4.2). Numbers are for `data_values` and never used again. */
export const dataElements: readonly Element[] = [
  element([1, "ANC1", "antenatal", "ຝາກທ້ອງເທື່ອທຳອິດ", "First antenatal visits"]),
  element([2, "ANC1_12W", "antenatal", "ໃນນັ້ນ ກ່ອນ 12 ອາທິດ", "Of these before 12 weeks"], {
    at_most: ["ANC1"],
    ...oneOfThem,
    reporters: facility,
  }),
  element([3, "ANC4", "antenatal", "ຝາກທ້ອງເທື່ອທີ 4", "Fourth antenatal visits"], {
    at_most: ["ANC1"],
    ...otherWomen,
  }),
  element([4, "ANC8", "antenatal", "ຝາກທ້ອງເທື່ອທີ 8", "Eighth antenatal visits"], {
    at_most: ["ANC4"],
    ...otherWomen,
    reporters: facility,
  }),
  element([5, "LIVE_BIRTHS", "birth", "ເດັກເກີດມີຊີວິດ", "Live births"]),
  element([6, "STILLBIRTHS", "birth", "ຕາຍເກີດ", "Stillbirths"], { team_only: true }),
  element([7, "FAC_DELIV", "birth", "ເກີດລູກຢູ່ໂຮງໝໍ ຫຼື ສຸກສາລາ", "Births at a health facility"], {
    at_most: ["LIVE_BIRTHS", "STILLBIRTHS"],
    ...oneOfThem,
  }),
  element([8, "SBA_BIRTHS", "birth", "ເກີດລູກມີແພດຊ່ວຍ", "Births with skilled personnel"], {
    at_most: ["LIVE_BIRTHS", "STILLBIRTHS"],
    ...oneOfThem,
  }),
  element([9, "HOME_BIRTHS", "birth", "ເກີດລູກຢູ່ເຮືອນ", "Home births known"], { source: own }),
  element([10, "BIRTHS_REG", "birth", "ເດັກທີ່ຈົດທະບຽນການເກີດແລ້ວ", "Births registered"], { source: own }),
  element([11, "PNC_MOTHER", "postnatal", "ແມ່ທີ່ໄດ້ກວດຫຼັງເກີດ", "Mothers with a postnatal visit"]),
  element([12, "PNC_NEWBORN", "postnatal", "ເດັກເກີດໃໝ່ທີ່ໄດ້ກວດຫຼັງເກີດ", "Newborns with a postnatal visit"]),
  element([13, "EIBF", "postnatal", "ກິນນົມແມ່ພາຍໃນຊົ່ວໂມງທຳອິດຫຼັງເກີດ", "Breastfed within one hour of birth"], {
    at_most: ["LIVE_BIRTHS"],
    ...oneOfThem,
  }),
  element([14, "BCG", "vaccination", "ວັກຊີນ BCG ອາຍຸລຸ່ມ 1 ປີ", "BCG under one year"], { reporters: facility }),
  element([15, "PENTA1", "vaccination", "Penta ເຂັມທີ 1 ອາຍຸລຸ່ມ 1 ປີ", "Penta 1 under one year"]),
  element([16, "PENTA3", "vaccination", "Penta ເຂັມທີ 3 ອາຍຸລຸ່ມ 1 ປີ", "Penta 3 under one year"], {
    at_most: ["PENTA1"],
    ...otherChildren,
  }),
  element([17, "MR1", "vaccination", "ວັກຊີນໝາກແດງ (MR) ເຂັມທີ 1 ອາຍຸລຸ່ມ 1 ປີ", "Measles-rubella 1 under one year"]),
  element([18, "MR2", "vaccination", "ວັກຊີນໝາກແດງ (MR) ເຂັມທີ 2", "Measles-rubella 2"], { reporters: facility }),
  element([19, "FIC", "vaccination", "ເດັກລຸ່ມ 1 ປີ ໄດ້ຮັບວັກຊີນຄົບຖ້ວນ", "Fully immunised under one year"], {
    reporters: facility,
  }),
  element([20, "FP_NEW", "family_planning", "ຜູ້ໃຊ້ການວາງແຜນຄອບຄົວໃໝ່", "New users of family planning"], {
    reporters: facility,
  }),
  element(
    [21, "FP_CURRENT", "family_planning", "ຜູ້ໃຊ້ການວາງແຜນຄອບຄົວປັດຈຸບັນ", "Current users of family planning"],
    {
      reporters: facility,
    },
  ),
  element([22, "WEIGHED", "growth", "ເດັກລຸ່ມ 5 ປີ ທີ່ໄດ້ຊັ່ງນ້ຳໜັກ", "Children under five weighed"]),
  element([23, "UNDERWEIGHT", "growth", "ໃນນັ້ນ ນ້ຳໜັກຕ່ຳກວ່າມາດຕະຖານ", "Of these underweight"], {
    at_most: ["WEIGHED"],
    ...oneOfThem,
  }),
  element([24, "STOCKOUT_VACCINE", "supply", "ຈຳນວນມື້ທີ່ວັກຊີນໝົດສາງ", "Days without a vaccine in stock"], {
    maximum: 31,
    reporters: facility,
  }),
  element(
    [25, "STOCKOUT_MEDICINE", "supply", "ຈຳນວນມື້ທີ່ຢາຈຳເປັນໝົດສາງ", "Days without an essential medicine in stock"],
    {
      maximum: 31,
      reporters: facility,
    },
  ),
  element([26, "OUTREACH_PLANNED", "outreach", "ກິດຈະກຳເຄື່ອນທີ່ ທີ່ວາງແຜນໄວ້", "Outreach sessions planned"], {
    reporters: facility,
  }),
  element([27, "OUTREACH_HELD", "outreach", "ກິດຈະກຳເຄື່ອນທີ່ ທີ່ໄດ້ດຳເນີນ", "Outreach sessions held"]),
  element([28, "DEATH_MATERNAL", "deaths", "ແມ່ເສຍຊີວິດ", "Maternal deaths"], { team_only: true }),
  element([29, "DEATH_NEONATAL", "deaths", "ເດັກເກີດໃໝ່ເສຍຊີວິດ (0–28 ມື້)", "Newborn deaths (0–28 days)"], {
    team_only: true,
    at_most: ["DEATH_U5"],
    ...oneOfThem,
  }),
  element([30, "DEATH_U5", "deaths", "ເດັກລຸ່ມ 5 ປີ ເສຍຊີວິດ", "Deaths under five years"], { team_only: true }),
];
