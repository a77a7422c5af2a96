import type { Listed } from "./checklist-items";

const retry = ["ໃຫ້ເບິ່ງຕົວຢ່າງ ແລ້ວເຮັດຄືນທັນທີ 1 ຄັ້ງ.", "Show it once, then let her do it again at once."] as const;

// Our own neutral words for the eight steps (domain §5): SCALING's own list is not public. Resuscitation follows the items that
// the public HBB OSCE B names. To be replaced with the official text as the next version.
export const osce: Listed = {
  labour: {
    lo: "ຕິດຕາມການເຈັບທ້ອງ",
    en: "Labour monitoring",
    items: [
      ["greets", "ທັກທາຍ, ແນະນຳຕົວ, ຂໍອະນຸຍາດ", "Greets, says who she is, asks leave"],
      ["vital_signs", "ວັດຄວາມດັນ, ກຳມະຈອນ, ອຸນຫະພູມ", "Takes blood pressure, pulse, temperature"],
      ["fetal_heart", "ຟັງສຽງຫົວໃຈເດັກໃນທ້ອງ", "Listens to the baby's heart", retry],
      ["contractions", "ນັບການບີບຕົວຂອງມົດລູກ", "Counts contractions"],
      ["partograph", "ບັນທຶກໃສ່ພາກໂຕກຣາມທຸກຄັ້ງ", "Writes each finding on the partograph"],
      ["companion", "ໃຫ້ມີຄົນຢູ່ເປັນເພື່ອນແມ່", "Lets a companion stay with the mother"],
    ],
  },
  preparation: {
    lo: "ກະກຽມກ່ອນເກີດ",
    en: "Preparation just before birth",
    items: [
      ["hands", "ລ້າງມື ແລະ ໃສ່ຖົງມື", "Washes hands, puts on gloves", retry],
      ["warm_room", "ເຮັດໃຫ້ຫ້ອງອົບອຸ່ນ, ບໍ່ມີລົມ", "Makes the room warm, free of draughts"],
      ["clean_set", "ກະກຽມຊຸດເກີດລູກທີ່ສະອາດ", "Lays out a clean delivery set"],
      ["bag_ready", "ທົດສອບຖົງປ້ຳລົມ ແລະ ໜ້າກາກໄວ້ກ່ອນ", "Tests bag and mask beforehand", retry],
      ["medicine_ready", "ດູດຢາບີບມົດລູກໄວ້ພ້ອມ", "Draws up the medicine for the third stage"],
    ],
  },
  birth: {
    lo: "ຊ່ວຍເກີດ",
    en: "Assisting the birth",
    items: [
      ["position", "ໃຫ້ແມ່ເລືອກທ່າທີ່ສະບາຍ", "Lets the mother choose how she lies or sits"],
      ["head", "ຊ່ວຍຫົວເດັກອອກຊ້າໆ", "Guides the head out slowly", retry],
      ["cord_neck", "ກວດເບິ່ງສາຍແຮ່ພັນຄໍ", "Looks for the cord around the neck"],
      ["shoulders", "ຊ່ວຍບ່າ ແລະ ລຳຕົວອອກ", "Helps the shoulders and the body out"],
      ["time_said", "ບອກເວລາເກີດ ແລະ ເພດເດັກ", "Says the time of birth and the sex"],
    ],
  },
  newborn_care: {
    lo: "ດູແລເດັກທັນທີ",
    en: "Immediate newborn care",
    items: [
      ["dry_at_once", "ເຊັດເດັກໃຫ້ແຫ້ງທັນທີ", "Dries the baby at once", retry],
      ["skin_to_skin", "ວາງເດັກໃສ່ເອິກແມ່, ເນື້ອຕິດເນື້ອ", "Puts the baby skin to skin on the mother", retry],
      ["cover", "ປົກຕົວ ແລະ ໃສ່ໝວກໃຫ້ເດັກ", "Covers the baby, puts on a hat"],
      ["breathing", "ເບິ່ງວ່າເດັກຫາຍໃຈດີບໍ່", "Looks whether the baby breathes well", retry],
      ["cord_wait", "ລໍຖ້າສາຍແຮ່ເຊົາເຕັ້ນ ຈຶ່ງໜີບ ແລະ ຕັດ", "Clamps and cuts once the cord has stopped beating"],
      ["first_breastfeed", "ຊ່ວຍໃຫ້ກິນນົມແມ່ພາຍໃນ 1 ຊົ່ວໂມງ", "Helps the first breastfeed within one hour"],
    ],
  },
  resuscitation: {
    lo: "ກູ້ຊີບ",
    en: "Resuscitation",
    items: [
      ["prepares", "ກຽມອຸປະກອນ ແລະ ກວດຖົງ", "Prepares and tests the bag"],
      ["dries", "ເຊັດໃຫ້ແຫ້ງ, ເອົາຜ້າປຽກອອກ", "Dries, removes the wet cloth"],
      ["airway", "ຮັກສາຄວາມອຸ່ນ, ຈັດຫົວ, ເປີດທາງຫາຍໃຈ", "Keeps warm, positions the head, clears the airway", retry],
      ["stimulates", "ກະຕຸ້ນໂດຍຖູຫຼັງ", "Stimulates by rubbing the back"],
      ["moves", "ຕັດສາຍແຮ່ ແລະ ຍ້າຍໄປບ່ອນປ້ຳລົມ", "Cuts the cord and moves to where she ventilates"],
      [
        "golden_minute",
        "ເລີ່ມປ້ຳລົມພາຍໃນ 1 ນາທີ",
        "Ventilates within the golden minute",
        [
          "ຈັບເວລາຄືນ: ແຕ່ເກີດ ຫາ ປ້ຳລົມຄັ້ງທຳອິດ ບໍ່ເກີນ 1 ນາທີ.",
          "Time it again: from birth to the first breath, no more than one minute.",
        ],
      ],
      ["mask_size", "ເລືອກໜ້າກາກທີ່ພໍດີ", "Picks the mask that fits"],
      [
        "seal",
        "ໜ້າກາກແໜ້ນ ບໍ່ມີລົມຮົ່ວ",
        "Good seal, no leak",
        [
          "ຈັດຫົວຄືນ, ຈັບໜ້າກາກແບບຕົວ C, ເບິ່ງວ່າເອິກຂຶ້ນບໍ່.",
          "Reposition the head, hold the mask in a C grip, watch whether the chest rises.",
        ],
      ],
      ["rate", "40 ຄັ້ງ ຕໍ່ ນາທີ (30–50)", "40 breaths a minute (30–50)"],
      ["chest_five", "ເອິກຂຶ້ນລົງຢ່າງໜ້ອຍ 5 ຄັ້ງ", "At least 5 breaths move the chest", retry],
      ["chest_ten", "ຫຼັງຈາກແກ້ໄຂ ເອິກຂຶ້ນລົງຢ່າງໜ້ອຍ 10 ຄັ້ງ", "After correcting, at least 10 breaths move the chest"],
      ["calls_help", "ເອີ້ນຄົນຊ່ວຍ ແລະ ຕັດສິນໃຈສົ່ງຕໍ່", "Calls for help and decides on referral"],
    ],
  },
  amtsl: {
    lo: "ໄລຍະທີ 3 ຂອງການເກີດ",
    en: "Third stage of labour",
    items: [
      ["second_baby", "ກວດວ່າບໍ່ມີເດັກອີກຄົນ", "Makes sure there is no second baby", retry],
      ["uterotonic", "ໃຫ້ຢາບີບມົດລູກພາຍໃນ 1 ນາທີ", "Gives the medicine within one minute", retry],
      ["traction", "ດຶງສາຍແຮ່ ພ້ອມກັບຍູ້ມົດລູກຂຶ້ນ", "Draws the cord while holding the womb back"],
      ["massage", "ນວດມົດລູກໃຫ້ແຂງ", "Rubs the womb until it is firm"],
      ["placenta", "ກວດແຮ່ວ່າຄົບບໍ່", "Checks that the placenta is whole"],
    ],
  },
  post_delivery: {
    lo: "ຫຼັງເກີດທັນທີ",
    en: "After the delivery",
    items: [
      ["bleeding", "ກວດເລືອດອອກ ແລະ ມົດລູກ ທຸກ 15 ນາທີ", "Checks bleeding and womb every 15 minutes", retry],
      ["tears", "ກວດຮອຍຈີກ ແລະ ຫຍິບ", "Looks for tears and repairs them"],
      ["decontaminate", "ແຊ່ເຄື່ອງມື ແລະ ແຍກຂີ້ເຫຍື້ອ", "Soaks the instruments, sorts the waste"],
      ["notes", "ຂຽນບັນທຶກພະຍາບານໃຫ້ຄົບ", "Completes the nurse's notes"],
    ],
  },
  routine: {
    lo: "ການດູແລປະຈຳຫຼັງເກີດ",
    en: "Routine care after birth",
    items: [
      ["weigh", "ຊັ່ງນ້ຳໜັກເດັກ", "Weighs the baby"],
      ["eyes_vitamin", "ໃຫ້ຢາຢອດຕາ ແລະ ວິຕາມິນ K", "Gives eye ointment and vitamin K"],
      ["first_vaccines", "ສັກຢາປ້ອງກັນຄັ້ງທຳອິດ", "Gives the first vaccines"],
      ["danger_signs", "ບອກອາການອັນຕະລາຍໃຫ້ແມ່ຮູ້", "Tells the mother the danger signs"],
      ["next_visit", "ນັດກວດຫຼັງເກີດ", "Agrees the visit after birth"],
    ],
  },
};
