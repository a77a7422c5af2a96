import type { Sql } from "postgres";
import type { Actor } from "@/lib/access/actor";
import { newChange } from "@/lib/changes/new-change";
import type { FieldsOf, RecordType } from "@/lib/changes/registry";
import type { Change } from "@/lib/changes/schema";
import { today } from "@/lib/clock";
import type { Mark } from "@/lib/mentorship/vocabularies";
import type { SeededNumbers } from "@/lib/seeded-numbers";
import { osce } from "../reference/checklist-osce";
import { readiness } from "../reference/checklist-others";
import { checklistId } from "../reference/checklists";
import { applyAll } from "./apply-all";
import { addDays } from "./days";
import { seedFacilityMonths } from "./monthly";
import { madeUp } from "./texts";

type Seeding = Readonly<{
  mentor: Actor;
  district: { id: string; name_lo: string };
  /** The health centre that is there already. */
  facility: string;
  villages: readonly Readonly<{ id: string; name_lo: string }>[];
  dice: SeededNumbers;
}>;

const perFacility = 2;
/** Days ago: two sessions in two quarters, and none in this one. */
const sessionsOn = [-190, -98] as const;
/** What is lost in three months without practice (domain §5). */
const decaying = new Set(["seal", "golden_minute", "chest_five", "rate", "chest_ten"]);

/**
 * Made-up mentorship of one district: a hospital and four health centres, two mentors, ten mentees scored in two quarters, one of
 * them replaced, one on leave; what the facilities lack; steps of which some are late.
 */
export async function seedMentorship(sql: Sql, seeding: Seeding): Promise<void> {
  const { district, dice } = seeding;
  const facilities = await madeFacilities(sql, seeding);
  const story = new Story(seeding, facilities);
  story.people();
  story.sessions();
  await applyAll(seeding.mentor, story.changes);
  await seedFacilityMonths(sql, { district: district.id, facilities: facilities.slice(0, -1), dice });
}

async function madeFacilities(sql: Sql, { district, facility, villages, dice }: Seeding): Promise<string[]> {
  const more = villages.slice(1, 5).map((village, at) => ({
    id: dice.uuid(),
    type: at === 0 ? "district_hospital_b" : "health_centre_b",
    name_lo: at === 0 ? `ໂຮງໝໍເມືອງ ${district.name_lo}` : `ສຸກສາລາ ${village.name_lo}`,
    name_en: at === 0 ? "District hospital (made up)" : `Health centre LA1101-${at + 1}`,
    district_id: district.id,
    village_id: village.id,
    code: `DEMO-LA1101-${at === 0 ? "H" : at + 1}`,
    source: madeUp,
  }));
  await sql`insert into facilities ${sql(more)} on conflict do nothing`;
  return [...more.map(({ id }) => id), facility];
}

class Story {
  readonly changes: Change[] = [];
  private readonly mentees: { id: string; facilityId: string; skill: number; from: number; to: number }[] =
    [];
  private readonly mentors: string[] = [];

  constructor(
    private readonly given: Seeding,
    private readonly facilities: readonly string[],
  ) {}

  private write<T extends RecordType>(type: T, day: number, fields: Partial<FieldsOf<T>>): string {
    const { dice, district } = this.given;
    const madeAt = new Date(`${addDays(today(), day)}T03:00:00Z`);
    const change = newChange({ type, subject: dice.uuid(), place: district.id, fields, madeAt });
    this.changes.push({ ...change, id: dice.uuid() });
    return change.subject;
  }

  people(): void {
    const from = addDays(today(), -200);
    for (const level of ["trainer", "mentor"] as const)
      this.mentors.push(
        this.write("mentor", -200, {
          name: `ພີ່ລ້ຽງ ${this.mentors.length + 1} (ສົມມຸດ)`,
          level,
          profession: "midwife",
          facilityId: this.facilities[0],
          from,
        }),
      );
    for (let n = 0; n < this.facilities.length * perFacility; n++) this.mentee(n, from);
    const [replaced, onLeave] = [this.mentees[8], this.mentees[5]];
    if (replaced) this.replace(replaced, this.facilities.length * perFacility);
    if (onLeave) this.leave(onLeave.id);
  }

  private mentee(n: number, from: string): void {
    const facilityId = this.facilities[Math.floor(n / perFacility)] as string;
    const id = this.write("mentee", -200, {
      name: `ຜູ້ຮັບການຝຶກ ${n + 1} (ສົມມຸດ)`,
      profession: n % 3 === 2 ? "nurse" : "midwife",
      facilityId,
      mentorId: this.mentors[n % 2],
      track: "new",
      from,
    });
    this.mentees.push({ id, facilityId, skill: 0.8 + this.given.dice.next() * 0.18, from: -200, to: 0 });
  }

  /** Went to study after the first session; somebody else came. */
  private replace(left: { id: string; facilityId: string; to: number }, n: number): void {
    const { id, facilityId } = left;
    left.to = -150;
    this.write("menteeStatus", -150, {
      menteeId: id,
      status: "left",
      date: addDays(today(), -150),
      reason: "study",
    });
    const replacement = this.write("mentee", -120, {
      name: `ຜູ້ຮັບການຝຶກ ${n + 1} (ສົມມຸດ)`,
      profession: "midwife",
      facilityId,
      mentorId: this.mentors[0],
      track: "replacement",
      from: addDays(today(), -120),
      replacesId: id,
    });
    this.write("menteeStatus", -120, { menteeId: id, status: "replaced", date: addDays(today(), -120) });
    this.mentees.push({ id: replacement, facilityId, skill: 0.72, from: -120, to: 0 });
  }

  private leave(menteeId: string): void {
    const [date, until] = [addDays(today(), -40), addDays(today(), 60)];
    this.write("menteeStatus", -40, { menteeId, status: "on_leave", date, reason: "maternity", until });
  }

  sessions(): void {
    for (const [round, day] of sessionsOn.entries()) {
      const sessionId = this.write("mentoringSession", day, {
        startDate: addDays(today(), day),
        endDate: addDays(today(), day + 1),
        venue: "district_hospital",
        facilityId: this.facilities[0],
        mentorIds: this.mentors,
        costKip: 9_500_000 + round * 700_000,
        fundSource: "partner",
        inBudget: round > 0,
        note: madeUp,
      });
      for (const mentee of this.mentees)
        if (mentee.from <= day && day <= mentee.to) this.score({ mentee, sessionId, day, round });
      if (round === 1)
        for (const [at, id] of this.facilities.entries()) this.look(id, { sessionId, day, at });
    }
  }

  private score({ mentee, sessionId, day, round }: Scoring): void {
    const { dice } = this.given;
    const mark = (code: string): Mark => {
      const lost = round === 1 && decaying.has(code) ? 0.3 : 0;
      if (dice.chance(0.02)) return "na";
      return dice.chance(Math.min(0.98, mentee.skill + (round === 1 ? 0.05 : 0) - lost))
        ? "done"
        : "not_done";
    };
    const codes = Object.values(osce).flatMap(({ items }) => items.map(([code]) => code));
    const marked = codes.map((code) => [code, mark(code)] as const);
    this.write("assessment", day, {
      sessionId,
      checklistId: checklistId("osce"),
      menteeId: mentee.id,
      facilityId: mentee.facilityId,
      date: addDays(today(), day + (dice.chance(0.5) ? 1 : 0)),
      finished: true,
      ...Object.fromEntries(marked.map(([code, one]) => [`mark.${code}`, one])),
    });
    const missed = marked.find(([code, one]) => one === "not_done" && decaying.has(code));
    if (round === 1 && missed) this.agree({ mentee, sessionId, day, code: missed[0] });
  }

  private agree({ mentee, sessionId, day, code }: Omit<Scoring, "round"> & { code: string }): void {
    const { dice } = this.given;
    const done = dice.chance(0.35);
    this.write("nextStep", day, {
      sessionId,
      menteeId: mentee.id,
      facilityId: mentee.facilityId,
      itemCode: code,
      what: "ຝຶກປ້ຳລົມກັບຮູບຈຳລອງ ອາທິດລະ 1 ເທື່ອ (ສົມມຸດ)",
      lead: "mentee",
      date: addDays(today(), day),
      due: addDays(today(), day + (dice.chance(0.5) ? 60 : 104)),
      status: done ? "done" : "in_progress",
    });
  }

  private look(
    facilityId: string,
    { sessionId, day, at }: { sessionId: string; day: number; at: number },
  ): void {
    const { dice } = this.given;
    const codes = Object.values(readiness).flatMap(({ items }) => items.map(([code]) => code));
    const lacks = (code: string) => (code === "water" ? at >= 3 : dice.chance(at === 0 ? 0.05 : 0.22));
    const marked = codes.map((code) => [`mark.${code}`, lacks(code) ? "not_done" : "done"] as const);
    this.write("assessment", day, {
      sessionId,
      checklistId: checklistId("readiness"),
      facilityId,
      date: addDays(today(), day),
      finished: true,
      ...Object.fromEntries(marked),
    });
    if (at >= 3)
      this.write("nextStep", day, {
        sessionId,
        facilityId,
        itemCode: "water",
        what: "ຕໍ່ນ້ຳເຂົ້າຫ້ອງເກີດລູກ (ສົມມຸດ)",
        lead: "district_office",
        date: addDays(today(), day),
        due: addDays(today(), -38),
        status: "not_started",
      });
  }
}

type Scoring = {
  mentee: { id: string; facilityId: string; skill: number };
  sessionId: string;
  day: number;
  round: number;
};
