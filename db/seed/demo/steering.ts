import type { Sql } from "postgres";
import type { Actor } from "@/lib/access/actor";
import { newChange } from "@/lib/changes/new-change";
import { today } from "@/lib/clock";
import type { SeededNumbers } from "@/lib/seeded-numbers";
import { applyAll } from "./apply-all";
import { addDays } from "./days";
import { decisionText, explained, explainText, instructionText, meeting, reportText } from "./texts";

type Responding = Steering & { facility: string };

/**
 * What the governor did about fewer births at the health centre, which goes on, and about its missing report, which came.
 */
export async function seedResponse({ place, facility, governor, team, dice }: Responding): Promise<void> {
  const toOffice = "district_health_office";
  const asked = [
    { about: `signal:${facility}:INST_DELIV`, text: explainText, days: 110, note: explained },
    { about: `report:${facility}`, text: reportText, days: 50, note: null },
  ];
  for (const { about, text, days, note } of asked) {
    const subject = dice.uuid();
    const on = (ago: number) => {
      const date = addDays(today(), -ago);
      return { date, change: { place: place.id, madeAt: new Date(`${date}T04:00:00Z`) } };
    };
    const [given, answered] = [on(days), on(days - 15)];
    const instruction = { about, toOffice, text, date: given.date, delivery: "account" } as const;
    const told = {
      instructionId: subject,
      kind: "done",
      date: answered.date,
      office: toOffice,
      note,
    } as const;
    const first = newChange({ type: "instruction", subject, ...given.change, fields: instruction });
    await applyAll(governor, [{ ...first, id: dice.uuid() }]);
    const then = newChange({ type: "answer", subject: dice.uuid(), ...answered.change, fields: told });
    await applyAll(team, [{ ...then, id: dice.uuid() }]);
  }
}

type Steering = { place: Readonly<{ id: string }>; governor: Actor; team: Actor; dice: SeededNumbers };

/** A few instructions and decisions on late actions, some answered. */
export async function seedSteering(sql: Sql, { place, governor, team, dice }: Steering): Promise<void> {
  const late = await sql<{ id: string; village_id: string; lead: string }[]>`
    select id, village_id, lead from actions
    where district_id = ${place.id} and due < ${today()} and status not in ('done', 'dropped') order by due, id limit 3`;
  for (const [index, action] of late.entries()) {
    const date = addDays(today(), -dice.whole(5, 40));
    const madeAt = new Date(`${date}T04:00:00Z`);
    const subject = dice.uuid();
    const fields = {
      actionId: action.id,
      toOffice: action.lead,
      text: instructionText,
      date,
      due: addDays(date, 14),
      delivery: "tell_in_person",
    };
    const given = newChange({
      type: "instruction",
      subject,
      place: action.village_id,
      fields: fields as never,
      madeAt,
    });
    await applyAll(governor, [{ ...given, id: dice.uuid() }]);
    if (index === 0) continue;
    const answer = {
      instructionId: subject,
      kind: index === 1 ? "under_way" : "told",
      date: addDays(date, 2),
      office: action.lead,
    };
    const answered = newChange({
      type: "answer",
      subject: dice.uuid(),
      place: action.village_id,
      fields: answer as never,
      madeAt,
    });
    await applyAll(team, [{ ...answered, id: dice.uuid() }]);
  }
  const madeAt = new Date(`${addDays(today(), -20)}T04:00:00Z`);
  const decision = { text: decisionText, date: addDays(today(), -20), meeting };
  const decided = newChange({
    type: "decision",
    subject: dice.uuid(),
    place: place.id,
    fields: decision,
    madeAt,
  });
  await applyAll(governor, [{ ...decided, id: dice.uuid() }]);
}
