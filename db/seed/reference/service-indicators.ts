type ServiceIndicator = Readonly<{
  code: string;
  group: string;
  name_lo: string;
  name_en: string;
  numerator: readonly string[];
  denominator?: readonly string[];
  population_kind?: string;
  factor: number;
  direction: "up" | "down" | "none";
  team_only?: boolean;
  source: string;
}>;

const source = "WHO and DHIS2 packages of service indicators (drafted in Lao, to be reviewed)";
const share = (
  [code, group, name_lo, name_en]: readonly [string, string, string, string],
  of: Pick<ServiceIndicator, "numerator"> & Partial<ServiceIndicator>,
): ServiceIndicator => ({ code, group, name_lo, name_en, factor: 100, direction: "up", source, ...of });
const counted = (
  words: readonly [string, string, string, string],
  numerator: string,
  direction: "down" | "none",
  team_only = false,
) => share(words, { numerator: [numerator], factor: 1, direction, ...(team_only ? { team_only } : {}) });

/** The indicators of domain §4.2; deaths stay counts, never rates. */
export const serviceIndicators: readonly ServiceIndicator[] = [
  share(["ANC1_COV", "antenatal", "ຝາກທ້ອງເທື່ອທຳອິດ", "First antenatal visit"], {
    numerator: ["ANC1"],
    population_kind: "expected_pregnancies",
  }),
  share(["ANC1_12W", "antenatal", "ຝາກທ້ອງເທື່ອທຳອິດ ກ່ອນ 12 ອາທິດ", "First visit before 12 weeks"], {
    numerator: ["ANC1_12W"],
    denominator: ["ANC1"],
  }),
  share(["ANC4_COV", "antenatal", "ຝາກທ້ອງ 4 ເທື່ອ", "Four antenatal visits"], {
    numerator: ["ANC4"],
    population_kind: "expected_pregnancies",
  }),
  share(["ANC8_COV", "antenatal", "ຝາກທ້ອງ 8 ເທື່ອ", "Eight antenatal visits"], {
    numerator: ["ANC8"],
    population_kind: "expected_pregnancies",
  }),
  share(["INST_DELIV", "birth", "ເກີດລູກຢູ່ໂຮງໝໍ ຫຼື ສຸກສາລາ", "Births at a health facility"], {
    numerator: ["FAC_DELIV"],
    population_kind: "live_births",
  }),
  share(["SBA", "birth", "ເກີດລູກມີແພດຊ່ວຍ", "Births with skilled personnel"], {
    numerator: ["SBA_BIRTHS"],
    population_kind: "live_births",
  }),
  share(["HOME_BIRTH", "birth", "ເກີດລູກຢູ່ເຮືອນ", "Home births"], {
    numerator: ["HOME_BIRTHS"],
    denominator: ["HOME_BIRTHS", "FAC_DELIV"],
    direction: "down",
  }),
  share(["BIRTH_REG", "birth", "ຈົດທະບຽນການເກີດ", "Birth registration"], {
    numerator: ["BIRTHS_REG"],
    denominator: ["LIVE_BIRTHS"],
  }),
  share(["PNC_MOTHER", "postnatal", "ກວດແມ່ຫຼັງເກີດ", "Postnatal care for mothers"], {
    numerator: ["PNC_MOTHER"],
    denominator: ["LIVE_BIRTHS"],
  }),
  share(["PNC_NEWBORN", "postnatal", "ກວດເດັກຫຼັງເກີດ", "Postnatal care for newborns"], {
    numerator: ["PNC_NEWBORN"],
    denominator: ["LIVE_BIRTHS"],
  }),
  share(["EIBF", "postnatal", "ກິນນົມແມ່ພາຍໃນຊົ່ວໂມງທຳອິດ", "Breastfed within one hour"], {
    numerator: ["EIBF"],
    denominator: ["LIVE_BIRTHS"],
  }),
  share(["BCG_COV", "vaccination", "ວັກຊີນ BCG", "BCG"], {
    numerator: ["BCG"],
    population_kind: "live_births",
  }),
  share(["DPT1_COV", "vaccination", "Penta ເຂັມທີ 1", "Penta 1"], {
    numerator: ["PENTA1"],
    population_kind: "surviving_infants",
  }),
  share(["DPT3_COV", "vaccination", "Penta ເຂັມທີ 3", "Penta 3"], {
    numerator: ["PENTA3"],
    population_kind: "surviving_infants",
  }),
  share(["MR1_COV", "vaccination", "ວັກຊີນໝາກແດງ (MR) ເຂັມທີ 1", "Measles-rubella 1"], {
    numerator: ["MR1"],
    population_kind: "surviving_infants",
  }),
  share(["MR2_COV", "vaccination", "ວັກຊີນໝາກແດງ (MR) ເຂັມທີ 2", "Measles-rubella 2"], {
    numerator: ["MR2"],
    population_kind: "second_year",
  }),
  share(["FIC", "vaccination", "ວັກຊີນຄົບຖ້ວນ", "Fully immunised"], {
    numerator: ["FIC"],
    population_kind: "surviving_infants",
  }),
  share(["DROPOUT_P1P3", "vaccination", "ຂາດໄປ ຈາກ Penta 1 ຫາ Penta 3", "Drop-out from Penta 1 to Penta 3"], {
    numerator: ["PENTA1", "-PENTA3"],
    denominator: ["PENTA1"],
    direction: "down",
  }),
  share(
    ["DROPOUT_BCG_MR1", "vaccination", "ຂາດໄປ ຈາກ BCG ຫາ MR 1", "Drop-out from BCG to measles-rubella 1"],
    {
      numerator: ["BCG", "-MR1"],
      denominator: ["BCG"],
      direction: "down",
    },
  ),
  share(["MR1_2", "vaccination", "ຂາດໄປ ຈາກ MR 1 ຫາ MR 2", "Drop-out from measles-rubella 1 to 2"], {
    numerator: ["MR1", "-MR2"],
    denominator: ["MR1"],
    direction: "down",
  }),
  counted(
    ["FP_NEW", "family_planning", "ຜູ້ໃຊ້ການວາງແຜນຄອບຄົວໃໝ່", "New users of family planning"],
    "FP_NEW",
    "none",
  ),
  share(["UNDERWEIGHT", "growth", "ນ້ຳໜັກຕ່ຳກວ່າມາດຕະຖານ ໃນເດັກທີ່ໄດ້ຊັ່ງ", "Underweight among children weighed"], {
    numerator: ["UNDERWEIGHT"],
    denominator: ["WEIGHED"],
    direction: "down",
  }),
  counted(["STOCKOUT_DAYS", "supply", "ມື້ທີ່ວັກຊີນໝົດສາງ", "Days without a vaccine"], "STOCKOUT_VACCINE", "down"),
  counted(
    ["STOCKOUT_MEDICINE", "supply", "ມື້ທີ່ຢາຈຳເປັນໝົດສາງ", "Days without an essential medicine"],
    "STOCKOUT_MEDICINE",
    "down",
  ),
  share(["OUTREACH", "outreach", "ກິດຈະກຳເຄື່ອນທີ່ ທີ່ໄດ້ດຳເນີນ", "Outreach sessions held"], {
    numerator: ["OUTREACH_HELD"],
    denominator: ["OUTREACH_PLANNED"],
  }),
  counted(["STILLBIRTHS", "deaths", "ຕາຍເກີດ", "Stillbirths"], "STILLBIRTHS", "down", true),
  counted(["DEATH_MATERNAL", "deaths", "ແມ່ເສຍຊີວິດ", "Maternal deaths"], "DEATH_MATERNAL", "down", true),
  counted(["DEATH_NEONATAL", "deaths", "ເດັກເກີດໃໝ່ເສຍຊີວິດ", "Newborn deaths"], "DEATH_NEONATAL", "down", true),
  counted(["DEATH_0_4", "deaths", "ເດັກລຸ່ມ 5 ປີ ເສຍຊີວິດ", "Deaths under five"], "DEATH_U5", "down", true),
];
