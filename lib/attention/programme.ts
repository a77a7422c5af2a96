import { nextDialogue } from "@/lib/dialogues/rules";
import { daysBetween } from "@/lib/i18n/format";
import type { Entry } from "./entries";
import { keyOf } from "./schema";
import type { HeldDialogue, LateStep, Watch } from "./watch";

/** What is late has got worse with every so many days more. */
const WORSE_DAYS = 30;
export const worse = (days: number) => Math.floor(days / WORSE_DAYS);

type Given = Readonly<{ districtId: string; today: string; after: number }>;

/** A dialogue whose agreed date passed without a record, and late steps of mentorship, a matter for each place. */
export const programmeEntries = ({ dialogue, mentorSteps }: Watch, given: Given): Entry[] => [
  ...missedDialogue(dialogue, given),
  ...[...Map.groupBy(mentorSteps, ({ facilityId }) => facilityId).values()].flatMap((steps) =>
    lateSteps(steps, given),
  ),
];

function missedDialogue(held: HeldDialogue | null, { districtId, today }: Given): Entry[] {
  const next = held && nextDialogue([held], today);
  if (!next || next.daysLate === 0) return [];
  return [
    {
      kind: "dialogue",
      key: keyOf("dialogue", `${districtId}:${next.date}`),
      mark: "soon",
      gravity: next.daysLate,
      level: worse(next.daysLate),
      since: next.date,
      villageId: null,
      facilityId: null,
      who: held.chair,
      agreed: next.date,
      held: held.date,
      daysLate: next.daysLate,
    },
  ];
}

/** As a plan's actions: they come up to the governor after so many days. */
function lateSteps(steps: readonly LateStep[], { districtId, today, after }: Given): Entry[] {
  const late = steps.filter(({ due }) => daysBetween(due, today) >= after);
  const oldest = late.map(({ due }) => due).sort()[0];
  if (!oldest) return [];
  const facilityId = late[0]?.facilityId ?? null;
  const daysLate = daysBetween(oldest, today);
  return [
    {
      kind: "mentor_step",
      key: keyOf("mentor_step", facilityId ?? districtId),
      mark: "soon",
      gravity: daysLate,
      level: worse(daysLate),
      since: oldest,
      villageId: null,
      facilityId,
      who: "district_health_office",
      late: late.length,
      ofMentees: late.filter(({ ofMentee }) => ofMentee).length,
      daysLate,
    },
  ];
}
