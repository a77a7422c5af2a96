import type { Actor } from "@/lib/access/actor";
import { newChange } from "@/lib/changes/new-change";
import type { FieldsOf, RecordType } from "@/lib/changes/registry";
import type { Change } from "@/lib/changes/schema";
import { today } from "@/lib/clock";
import type { SeededNumbers } from "@/lib/seeded-numbers";
import { applyAll } from "./apply-all";
import { addDays } from "./days";
import { madeUp } from "./texts";

type Seeding = Readonly<{
  governor: Actor;
  office: Actor;
  district: string;
  village: string;
  facility: string;
  dice: SeededNumbers;
}>;

/** Made-up dialogues of a district and what they referred; trainings of its providers, one refreshed, one overdue. */
export async function seedMeetings({
  governor,
  office,
  district,
  village,
  facility,
  dice,
}: Seeding): Promise<void> {
  const change = <T extends RecordType>(
    type: T,
    day: number,
    given: { place?: string; fields: Partial<FieldsOf<T>> },
  ): Change => {
    const madeAt = new Date(`${addDays(today(), day)}T03:00:00Z`);
    const made = newChange({
      type,
      subject: dice.uuid(),
      place: given.place ?? district,
      fields: given.fields,
      madeAt,
    });
    return { ...made, id: dice.uuid() };
  };
  const held = [-192, -100].map((day, index) =>
    change("dialogue", day, {
      fields: {
        date: addDays(today(), day),
        chair: "district_governor",
        venue: "ຫ້ອງວ່າການເມືອງ (ສົມມຸດ)",
        villages: dice.whole(6, 11),
        women: dice.whole(9, 20),
        men: dice.whole(12, 26),
        agenda: ["ນ້ຳໃຊ້ຢູ່ສຸກສາລາ", "ທາງໄປສຸກສາລາໃນລະດູຝົນ", "ແຜນຂອງບ້ານທີ່ກາຍກຳນົດ"],
        decisions: ["ຕໍ່ນ້ຳເຂົ້າສຸກສາລາກ່ອນລະດູແລ້ງ", "ກວດຄືນແຜນຂອງບ້ານທຸກໄຕມາດ"],
        nextDate: addDays(today(), day + 92),
        // The newer one is not coded yet.
        themes: index === 0 ? (["transport", "equipment"] as const).slice() : null,
        note: madeUp,
      },
    }),
  );
  const dialogueId = held[1]?.subject as string;
  const given = { date: addDays(today(), -100), delivery: "account" as const, dialogueId };
  const referred = [
    change("instruction", -100, {
      fields: {
        ...given,
        toOffice: "district_public_works",
        text: "ຕໍ່ນ້ຳເຂົ້າສຸກສາລາ (ສົມມຸດ)",
        due: addDays(today(), 20),
      },
    }),
    change("instruction", -100, {
      place: village,
      fields: {
        ...given,
        toOffice: "village_chief",
        text: "ບອກຊາວບ້ານເລື່ອງການສົ່ງຕໍ່ຄົນເຈັບ (ສົມມຸດ)",
        due: addDays(today(), 35),
      },
    }),
  ];
  await applyAll(governor, [...held, ...referred]);
  const scores = (n: number, gain: number) =>
    Array.from({ length: n }, () => {
      const pre = dice.whole(30, 70);
      return { pre, post: Math.min(100, pre + gain + dice.whole(-8, 12)) };
    });
  const first = change("training", -380, {
    fields: {
      topic: "newborn_care",
      facilityId: facility,
      date: addDays(today(), -380),
      days: 3,
      attendees: [
        { role: "midwife", people: 7 },
        { role: "nurse", people: 4 },
      ],
      scores: scores(11, 22),
      refresherDue: addDays(today(), -15),
      note: madeUp,
    },
  });
  const later = [
    change("training", -20, {
      fields: {
        topic: "newborn_care",
        date: addDays(today(), -20),
        days: 1,
        attendees: [{ role: "midwife", people: 6 }],
        scores: scores(6, 12),
        refreshesId: first.subject,
        refresherDue: addDays(today(), 345),
        note: madeUp,
      },
    }),
    change("training", -200, {
      fields: {
        topic: "partograph",
        date: addDays(today(), -200),
        days: 2,
        attendees: [
          { role: "midwife", people: 5 },
          { role: "doctor", people: 2 },
        ],
        scores: scores(7, 6),
        refresherDue: addDays(today(), -8),
        note: madeUp,
      },
    }),
  ];
  await applyAll(office, [first, ...later]);
}
