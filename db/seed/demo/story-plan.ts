import { daysBetween } from "@/lib/i18n/format";
import { addDays } from "./days";
import { blocker, findings, nextStep, progressNotes, promises, type Story, venue } from "./texts";
import type { VillageStory } from "./village-story";

export type Chosen = { story: Story; problemId: string; solutionId: string };
type Planned = { workshopId: string; chosen: Chosen[]; previousPlanId: string | null; on: string };

/** The plan, its promises and endorsements, and what became of it until today. */
export function tellPlan(teller: VillageStory, { workshopId, chosen, previousPlanId, on }: Planned): string {
  const { dice, village } = teller;
  const displayed = addDays(on, dice.whole(3, 10));
  const planId = teller.add("plan", {
    workshopId,
    status: daysBetween(displayed, village.today) > 0 ? "active" : "endorsed",
    agreedDate: addDays(on, 1),
    displayedDate: displayed,
    displayPlace: venue,
    ...(previousPlanId ? { previousPlanId } : {}),
  });
  for (const office of ["village_chief", "health_centre_head", "district_governor"] as const) {
    teller.add("endorsement", { planId, office, date: addDays(on, 1) });
  }
  for (const [position, promise] of promises.entries()) {
    const due = addDays(on, 180);
    const kept = due < village.today && dice.chance(0.7) ? (dice.chance(0.8) ? "kept" : "not_kept") : null;
    teller.add("commitment", { workshopId, ...promise, due, kept, position });
  }
  for (const [position, entry] of chosen.entries()) tellAction(teller, { planId, entry, position, on });
  tellVisits(teller, planId, displayed);
  return planId;
}

type Entry = { planId: string; entry: Chosen; position: number; on: string };

function tellAction(teller: VillageStory, { planId, entry, position, on }: Entry): void {
  const { dice, village } = teller;
  const { story, problemId, solutionId } = entry;
  const due = addDays(on, dice.whole(45, 330));
  const actionId = teller.add("action", {
    planId,
    problemId,
    solutionId,
    what: story.action,
    level: story.level,
    lead: story.lead,
    support: [story.support],
    start: addDays(on, 7),
    due,
    costKip: story.kip,
    fundSource: story.fund,
    indicator: story.indicator,
    target: story.target,
    position,
  });
  const age = daysBetween(on, village.today);
  if (age < 20 || dice.chance(0.15)) return;
  tellReport(teller, {
    actionId,
    status: "in_progress",
    date: addDays(on, dice.whole(15, Math.max(16, Math.min(60, age)))),
    story,
  });
  const ending = dice.next();
  const when = addDays(on, dice.whole(30, Math.max(31, Math.min(300, age))));
  if (when >= village.today) return;
  if (ending < 0.55) tellReport(teller, { actionId, status: "done", date: when, story });
  else if (ending < 0.65) tellReport(teller, { actionId, status: "blocked", date: when, story });
  else if (ending < 0.68) tellReport(teller, { actionId, status: "dropped", date: when, story });
}

type Reported = {
  actionId: string;
  status: "in_progress" | "done" | "blocked" | "dropped";
  date: string;
  story: Story;
};

function tellReport(teller: VillageStory, { actionId, status, date, story }: Reported): void {
  const { dice, village } = teller;
  if (date > village.today) return;
  const progressId = teller.add(
    "progress",
    {
      actionId,
      status,
      date,
      office: story.lead,
      ...(status === "in_progress" ? { note: dice.pick(progressNotes) } : {}),
      ...(status === "blocked" ? { blocker } : {}),
    },
    date,
  );
  if (status === "done" && dice.chance(0.6)) {
    teller.add("confirmation", {
      progressId,
      confirmed: true,
      date,
      office: "district_governor",
    });
  }
}

function tellVisits(teller: VillageStory, planId: string, displayed: string): void {
  const { dice, village } = teller;
  for (const months of [3, 6]) {
    const due = addDays(displayed, Math.round(months * 30.4));
    const held = addDays(due, dice.whole(-5, 25));
    if (held >= village.today || dice.chance(0.15)) continue;
    teller.add(
      "visit",
      {
        planId,
        offsetMonths: months,
        dueDate: due,
        heldDate: held,
        level: "district",
        checklist: {
          map_and_plan_on_wall: "yes",
          committee_met: dice.pick(["yes", "no"] as const),
          women_took_part: "yes",
        },
        findings,
        nextStep,
        place: venue,
      },
      held,
    );
  }
}
