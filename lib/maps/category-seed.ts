import type { Category } from "./schema";

type Seed = Pick<Category, "id" | "frame" | "glyph" | "labelLo" | "labelEn">;

const family =
  (frame: Category["frame"]) =>
  ([id, labelLo, labelEn]: readonly [string, string, string]): Seed => ({
    id,
    frame,
    glyph: id,
    labelLo,
    labelEn,
  });

/** 28 points. The glyph is the symbol's id in the sprite; one symbol for all sacred places, on purpose. */
export const pointCategories: readonly Seed[] = [
  ...(
    [
      ["district_hospital", "ໂຮງໝໍເມືອງ", "District hospital"],
      ["health_centre", "ສຸກສາລາ", "Health centre"],
      ["village_health_post", "ຈຸດບໍລິການສຸຂະພາບບ້ານ", "Village health post"],
      ["drug_shop", "ຮ້ານຂາຍຢາ / ຖົງຢາບ້ານ", "Drug shop or village medicine kit"],
      ["outreach_point", "ຈຸດລົງສັກຢາເຄື່ອນທີ່", "Outreach point"],
    ] as const
  ).map(family("service")),
  ...(
    [
      ["vhv_home", "ເຮືອນ ອສບ", "Village health volunteer"],
      ["midwife_tba", "ໝໍຕຳແຍ / ຜະດຸງຄັນ", "Midwife or birth attendant"],
    ] as const
  ).map(family("people")),
  ...([["water_source", "ແຫຼ່ງນ້ຳສະອາດ", "Clean water source"]] as const).map(family("water")),
  ...(
    [
      ["school", "ໂຮງຮຽນ", "School"],
      ["sacred", "ສະຖານທີ່ສັກສິດ (ວັດ, ໂບດ, ຫໍຜີ)", "Sacred place"],
      ["meeting_place", "ສະໂມສອນບ້ານ", "Meeting hall"],
      ["village_office", "ຫ້ອງການບ້ານ", "Village office"],
      ["notice_board", "ປ້າຍຂ່າວ (ບ່ອນຕິດແຜນ)", "Notice board"],
      ["market", "ຕະຫຼາດ", "Market"],
    ] as const
  ).map(family("community")),
  ...(
    [
      ["bridge_ford", "ຂົວ / ບ່ອນຂ້າມນ້ຳ", "Bridge or ford"],
      ["transport", "ລົດສົ່ງຄົນເຈັບ", "Transport to care"],
      ["boat_landing", "ທ່າເຮືອ", "Boat landing"],
      ["phone_signal", "ບ່ອນມີສັນຍານໂທລະສັບ", "Phone signal"],
      ["loudspeaker", "ໂທລະໂຄ່ງບ້ານ", "Village loudspeaker"],
      ["electricity", "ໄຟຟ້າ (ຮັກສາຄວາມເຢັນ)", "Electricity"],
    ] as const
  ).map(family("access")),
  ...(
    [
      ["high_risk", "ເຂດສ່ຽງສູງ", "High-risk place"],
      ["seasonal_cutoff", "ທາງຂາດລະດູຝົນ", "Cut off in the rains"],
      ["breeding_site", "ບ່ອນຍຸງລາຍເກີດ", "Mosquito breeding site"],
      ["latrine_gap", "ບໍ່ມີວິດຖ່າຍ", "Latrine gap"],
    ] as const
  ).map(family("danger")),
  ...(
    [
      ["care_pregnant", "ເຂດມີແມ່ຍິງຖືພາ (ບໍ່ຊີ້ເຮືອນ)", "Area with pregnant women, never a house"],
      ["care_unvaccinated", "ເຂດເດັກສັກຢາບໍ່ຄົບ", "Area with unvaccinated children"],
      ["care_elder_disabled", "ເຂດເຖົ້າແກ່ / ຄົນພິການ", "Area with elders or people with disability"],
    ] as const
  ).map(family("care")),
  ...([["other", "ອື່ນໆ (ຂຽນເອງ)", "Other (write in)"]] as const).map(family("other")),
];

/** Road double, track dashed brown, river blue, cut-off stretch red bars in the wet season. */
export const lineCategories: readonly Seed[] = (
  [
    ["road", "ເສັ້ນທາງ", "Road"],
    ["track", "ທາງຍ່າງ", "Track"],
    ["river", "ແມ່ນ້ຳ / ນ້ຳຫ້ວຍ", "River or stream"],
    ["cutoff", "ຊ່ວງທາງຂາດລະດູຝົນ", "Stretch cut off in the rains"],
  ] as const
).map(family("line"));

/** Settlement tan, fields straw, forest pale green, risk red dashes with a triangle. */
export const areaCategories: readonly Seed[] = (
  [
    ["settlement", "ຄຸ້ມບ້ານ", "Settlement"],
    ["fields", "ທົ່ງນາ / ໄຮ່", "Fields"],
    ["forest", "ປ່າໄມ້", "Forest"],
    ["risk", "ພື້ນທີ່ສ່ຽງສູງ", "Risk area"],
  ] as const
).map(family("area"));
