import type { Listed } from "./checklist-items";

export const standards: Listed = {
  mentoring: {
    lo: "ການເປັນພີ່ລ້ຽງ",
    en: "Mentoring",
    items: [
      ["private", "ລົມກັນໃນບ່ອນສ່ວນຕົວ", "Talks where nobody else listens"],
      ["goals", "ຕົກລົງເປົ້າໝາຍຂອງຮອບນີ້", "Agrees the aim of this session"],
      ["demonstrates", "ສະແດງໃຫ້ເບິ່ງກ່ອນ", "Shows it first"],
      ["lets_practise", "ໃຫ້ຝຶກດ້ວຍຕົນເອງ", "Lets her practise herself"],
      ["feedback", "ບອກສິ່ງທີ່ດີ ແລະ ສິ່ງທີ່ຕ້ອງປັບ ທັນທີ", "Says at once what was good and what to change"],
      ["agrees_steps", "ຕົກລົງຂັ້ນຕອນຕໍ່ໄປ", "Agrees next steps"],
    ],
  },
};

export const exitInterview: Listed = {
  mother: {
    lo: "ແມ່ເວົ້າວ່າ",
    en: "What the mother says",
    items: [
      ["greeted", "ພະນັກງານທັກທາຍດ້ວຍຄວາມເຄົາລົບ", "Was greeted with respect"],
      ["explained", "ມີການອະທິບາຍກ່ອນກວດ", "Was told before each examination"],
      ["companion_allowed", "ມີຄົນຢູ່ເປັນເພື່ອນໄດ້", "Could have a companion"],
      ["own_language", "ເວົ້າພາສາທີ່ເຂົ້າໃຈ", "Was spoken to in a language she understands"],
      ["no_shouting", "ບໍ່ມີໃຜຮ້າຍໃສ່", "Nobody shouted at her"],
      ["told_signs", "ຮູ້ອາການອັນຕະລາຍ", "Knows the danger signs"],
      ["would_return", "ຈະກັບມາເກີດຢູ່ນີ້ອີກ", "Would give birth here again"],
    ],
  },
};

export const chartReview: Listed = {
  notes: {
    lo: "ບັນທຶກຂອງແມ່ 1 ຄົນ",
    en: "The notes of one birth",
    items: [
      ["identified", "ມີວັນທີ ແລະ ເວລາເຂົ້າ", "Date and time of arrival are there"],
      ["history", "ມີປະຫວັດການຖືພາ", "History of the pregnancy is there"],
      ["vital_written", "ສັນຍານຊີບຂຽນຄົບ", "Vital signs are complete"],
      ["medicine_written", "ຢາ ແລະ ເວລາໃຫ້ຢາຂຽນໄວ້", "Medicines and their times are written"],
      ["newborn_written", "ຂໍ້ມູນເດັກຂຽນຄົບ", "The newborn's record is complete"],
      ["discharge_written", "ຂຽນຄຳແນະນຳກ່ອນກັບ", "Advice before going home is written"],
    ],
  },
};

export const partograph: Listed = {
  partograph: {
    lo: "ພາກໂຕກຣາມ 1 ໃບ",
    en: "One partograph",
    items: [
      ["started", "ເລີ່ມບັນທຶກໃນເວລາທີ່ຖືກຕ້ອງ", "Begun at the right time"],
      ["heart_half_hour", "ສຽງຫົວໃຈເດັກ ທຸກ 30 ນາທີ", "Baby's heart every half hour"],
      ["contractions_written", "ການບີບຕົວ ທຸກ 30 ນາທີ", "Contractions every half hour"],
      ["dilatation", "ການເປີດປາກມົດລູກ ທຸກ 4 ຊົ່ວໂມງ", "Dilatation every four hours"],
      ["pressure_written", "ຄວາມດັນ ທຸກ 4 ຊົ່ວໂມງ", "Blood pressure every four hours"],
      ["action_line", "ຕັດສິນໃຈຖືກ ເມື່ອຂ້າມເສັ້ນ", "The right decision when a line was crossed"],
    ],
  },
};

export const readiness: Listed = {
  equipment: {
    lo: "ອຸປະກອນ",
    en: "Equipment",
    items: [
      ["bed", "ຕຽງເກີດລູກ", "Delivery bed"],
      ["bag_mask", "ຖົງປ້ຳລົມ ແລະ ໜ້າກາກສຳລັບເດັກ", "Newborn bag and masks", null],
      ["suction", "ເຄື່ອງດູດນ້ຳກ້ຽງ", "Suction device"],
      ["delivery_set", "ຊຸດເກີດລູກຢ່າງໜ້ອຍ 2 ຊຸດ", "Two delivery sets or more"],
      ["scales", "ຊິງຊັ່ງເດັກ", "Baby scales"],
      ["pressure_cuff", "ເຄື່ອງວັດຄວາມດັນ", "Blood pressure cuff"],
      ["steriliser", "ເຄື່ອງຂ້າເຊື້ອ", "Steriliser"],
    ],
  },
  supplies: {
    lo: "ຢາ ແລະ ວັດຖຸສິ້ນເປືອງ",
    en: "Medicines and supplies",
    items: [
      ["oxytocin", "ຢາບີບມົດລູກ, ຮັກສາຄວາມເຢັນ", "Oxytocin, kept cool", null],
      ["gloves", "ຖົງມືສະອາດ", "Clean gloves"],
      ["vitamin_k", "ວິຕາມິນ K", "Vitamin K"],
      ["eye_ointment", "ຢາຢອດຕາເດັກ", "Eye ointment"],
      ["cord_clamps", "ໂຕໜີບສາຍແຮ່", "Cord clamps"],
      ["partograph_forms", "ແບບຟອມພາກໂຕກຣາມ", "Partograph forms"],
    ],
  },
  water: {
    lo: "ນ້ຳ ແລະ ສະຖານທີ່",
    en: "Water and place",
    items: [
      ["water", "ນ້ຳໃຊ້ໃນຫ້ອງເກີດ", "Water in the delivery room", null],
      ["soap", "ສະບູ່ ແລະ ບ່ອນລ້າງມື", "Soap and a place to wash hands"],
      ["toilet", "ຫ້ອງນ້ຳສຳລັບແມ່", "Toilet for mothers"],
      ["light", "ໄຟຟ້າ ຫຼື ໄຟສຳຮອງ", "Light, also at night"],
      ["private_room", "ຫ້ອງເກີດທີ່ປິດບັງໄດ້", "A room that can be closed off"],
      ["waste_pit", "ບ່ອນຖິ້ມຂີ້ເຫຍື້ອທີ່ປອດໄພ", "Safe place for waste"],
    ],
  },
};

export const actionPlan: Listed = {
  agreed: {
    lo: "ຕົກລົງກັນແລ້ວ",
    en: "Agreed together",
    items: [
      ["strength", "ບອກສິ່ງທີ່ນາງເຮັດໄດ້ດີ", "Named what she does well"],
      ["one_skill", "ເລືອກທັກສະທີ່ຈະຝຶກກ່ອນ", "Chose the skill to practise first"],
      ["practice_time", "ຕົກລົງເວລາຝຶກໃນອາທິດ", "Agreed when in the week to practise"],
      ["who_helps", "ຕົກລົງວ່າໃຜຊ່ວຍ", "Agreed who helps"],
      ["last_plan", "ທົບທວນແຜນຂອງຮອບກ່ອນ", "Went through the plan of last time"],
    ],
  },
};
