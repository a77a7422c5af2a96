import type postgres from "postgres";
import type { Instrument } from "@/lib/trust/schema";
import { placeId } from "../../places/place-id";

type Asked = readonly (readonly [dimension: string, lo: string, en: string])[];

// Our own neutral words for the published dimensions: the official wording of both scales is not public.
const centre: Asked = [
  [
    "communication",
    "ພະນັກງານສຸກສາລາ ອະທິບາຍໃຫ້ຂ້ອຍເຂົ້າໃຈ.",
    "The staff of the health centre explain things so that I understand.",
  ],
  [
    "respectful_care",
    "ພະນັກງານສຸກສາລາ ເຄົາລົບຂ້ອຍ ເວລາຂ້ອຍໄປຮັບການປິ່ນປົວ.",
    "The staff treat me with respect when I come for care.",
  ],
  ["relationship", "ຂ້ອຍ ແລະ ພະນັກງານສຸກສາລາ ມີຄວາມສຳພັນທີ່ດີຕໍ່ກັນ.", "The staff and I get on well with each other."],
  ["fairness", "ສຸກສາລາ ເບິ່ງແຍງທຸກຄົນຢ່າງຍຸຕິທຳ.", "The health centre cares for everybody fairly."],
  ["integrity", "ພະນັກງານສຸກສາລາ ເຮັດວຽກດ້ວຍຄວາມຊື່ສັດ.", "The staff are honest in what they do."],
  ["reputation", "ຄົນໃນບ້ານ ເວົ້າເຖິງສຸກສາລາໃນທາງທີ່ດີ.", "People in the village speak well of the health centre."],
  [
    "assurance",
    "ຖ້າຂ້ອຍເຈັບປ່ວຍ, ຂ້ອຍໝັ້ນໃຈວ່າຈະໄດ້ຮັບການປິ່ນປົວຢູ່ສຸກສາລາ.",
    "If I fall ill, I am sure to be treated at the health centre.",
  ],
  ["competence", "ພະນັກງານສຸກສາລາ ມີຄວາມຮູ້ ຄວາມສາມາດ.", "The staff know their work well."],
];

const volunteer: Asked = [
  ["information", "ອສບ ບອກທຸກຢ່າງທີ່ຂ້ອຍຕ້ອງຮູ້.", "The volunteer tells me all that I need to know."],
  ["knowledge", "ອສບ ມີຄວາມຮູ້ພຽງພໍ ເພື່ອຊ່ວຍຂ້ອຍ.", "The volunteer knows enough to help me."],
  ["time", "ອສບ ໃຊ້ເວລາກັບຂ້ອຍພຽງພໍ.", "The volunteer takes enough time for me."],
  ["privacy", "ອສບ ຮັກສາຄວາມລັບ ໃນສິ່ງທີ່ຂ້ອຍເວົ້າ.", "The volunteer keeps to himself or herself what I say."],
  [
    "commitment",
    "ອສບ ຕັ້ງໃຈໃຫ້ຂ້ອຍໄດ້ຮັບການດູແລທີ່ດີທີ່ສຸດ.",
    "The volunteer does everything for me to get the best care.",
  ],
  ["listening", "ອສບ ຮັບຟັງຂ້ອຍ.", "The volunteer listens to me."],
  ["comfort", "ຫຼັງຈາກລົມກັບ ອສບ ແລ້ວ, ຂ້ອຍຮູ້ສຶກດີຂຶ້ນ.", "After talking with the volunteer I feel better."],
  ["respect", "ອສບ ເຄົາລົບຂ້ອຍ.", "The volunteer treats me with respect."],
  ["best_interest", "ອສບ ຄິດເຖິງຜົນປະໂຫຍດຂອງຂ້ອຍ.", "The volunteer thinks of what is good for me."],
  ["worth", "ອສບ ເຫັນວ່າຂ້ອຍສົມຄວນໄດ້ຮັບເວລາຂອງລາວ.", "The volunteer finds me worth the time."],
];

const notAnswered = [
  { value: 99, text: { lo: "ບໍ່ຮູ້", en: "I do not know" } },
  { value: 98, text: { lo: "ບໍ່ຢາກຕອບ", en: "I would rather not say" } },
];

const itemsOf = (asked: Asked) =>
  asked.map(([dimension, lo, en]) => ({ code: dimension, dimension, text: { lo, en } }));

const consentTo = (lo: string, en: string) => ({
  lo: `ພວກເຮົາຢາກຖາມທ່ານກ່ຽວກັບ${lo}. ພວກເຮົາບໍ່ຖາມຊື່, ແລະ ບໍ່ມີໃຜຮູ້ວ່າຄຳຕອບໃດແມ່ນຂອງທ່ານ. ທ່ານຈະບໍ່ຕອບຂໍ້ໃດກໍໄດ້ ແລະ ຢຸດເວລາໃດກໍໄດ້. ທ່ານຍິນດີຕອບບໍ່?`,
  en: `We would like to ask you about ${en}. We ask no name, and nobody will know which answers are yours. You may leave out any question and stop at any time. Are you willing to answer?`,
});

const instruments: readonly Instrument[] = [
  {
    series: "lao-8",
    version: 1,
    nameLo: "ຄວາມໄວ້ວາງໃຈຕໍ່ສຸກສາລາ (8 ຂໍ້)",
    nameEn: "Trust in the health centre (8 items)",
    scale: "agree3",
    wording: "working",
    source: "8 published dimensions of the Lao scale; own working wording",
    consent: consentTo("ສຸກສາລາ", "the health centre"),
    labels: [
      { value: 1, text: { lo: "ເຫັນດີ", en: "I agree" } },
      { value: 0, text: { lo: "ເຫັນດີບາງສ່ວນ", en: "Partly" } },
      { value: -1, text: { lo: "ບໍ່ເຫັນດີ", en: "I do not agree" } },
      ...notAnswered,
    ],
    items: itemsOf(centre),
  },
  {
    series: "volunteer-10",
    version: 1,
    nameLo: "ຄວາມໄວ້ວາງໃຈຕໍ່ ອສບ (10 ຂໍ້)",
    nameEn: "Trust in the village health volunteer (10 items)",
    scale: "often4",
    wording: "working",
    source: "10 topics of the published scale for community health workers; own working wording",
    consent: consentTo("ອາສາສະໝັກສາທາລະນະສຸກບ້ານ (ອສບ)", "the village health volunteer"),
    labels: [
      { value: 4, text: { lo: "ທຸກເທື່ອ", en: "All of the time" } },
      { value: 3, text: { lo: "ສ່ວນຫຼາຍ", en: "Most of the time" } },
      { value: 2, text: { lo: "ບາງເທື່ອ", en: "Some of the time" } },
      { value: 1, text: { lo: "ບໍ່ເຄີຍ", en: "Never" } },
      ...notAnswered,
    ],
    items: itemsOf(volunteer),
  },
];

export const instrumentId = (series: string) => placeId(`instrument ${series} 1`);

/** The first version of each; later ones are made on the page of the instruments. */
export async function seedInstruments(tx: postgres.TransactionSql): Promise<void> {
  for (const { nameLo, nameEn, consent, labels, items, ...rest } of instruments) {
    const id = instrumentId(rest.series);
    const nobody = placeId("reference data");
    const json = (value: unknown) => tx.json(value as postgres.JSONValue);
    await tx`insert into subjects (id, type) values (${id}, 'instrument') on conflict do nothing`;
    await tx`
      insert into instruments ${tx({
        ...rest,
        source: rest.source ?? null,
        id,
        name_lo: nameLo,
        name_en: nameEn,
        consent: json(consent),
        labels: json(labels),
        items: json(items),
        created_by: nobody,
        updated_by: nobody,
      })} on conflict do nothing`;
  }
}
