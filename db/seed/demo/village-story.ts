import { newChange } from "@/lib/changes/new-change";
import type { FieldsOf, RecordType } from "@/lib/changes/registry";
import type { Change } from "@/lib/changes/schema";
import { addDays, type Dice, daysBetween } from "./random";
import {
  blocker,
  findings,
  madeUp,
  nextStep,
  progressNotes,
  promises,
  type Story,
  stories,
  venue,
} from "./texts";

export type DemoVillage = Readonly<{
  id: string;
  lat: number;
  lng: number;
  ethnicGroup: string;
  /** Date of the first workshop of this village. */
  workshopOn: string;
  today: string;
}>;

/** Everything one village did, as the changes its phones would have sent, in order. */
export class VillageStory {
  readonly changes: Change[] = [];
  private readonly device: string;
  private moment: number;

  constructor(
    readonly village: DemoVillage,
    readonly dice: Dice,
  ) {
    this.device = dice.uuid();
    this.moment = Date.parse(`${village.workshopOn}T02:00:00Z`);
  }

  private add<T extends RecordType>(type: T, fields: Partial<FieldsOf<T>>, on?: string): string {
    if (on) this.moment = Date.parse(`${on}T03:00:00Z`);
    this.moment += 60_000;
    const madeAt = new Date(this.moment);
    const subject = this.dice.uuid();
    const change = newChange({ type, subject, place: this.village.id, fields, madeAt, device: this.device });
    this.changes.push({ ...change, id: this.dice.uuid() });
    return subject;
  }

  /** One workshop with its map, ranking and plan, and what became of the plan until today. */
  workshop(previousPlanId: string | null = null, on = this.village.workshopOn): string {
    const { today } = this.village;
    const finished = daysBetween(on, today) > 1;
    const workshopId = this.add(
      "workshop",
      {
        module: "3",
        level: "village",
        status: finished ? "done" : "under_way",
        startDate: on,
        endDate: addDays(on, 1),
        venue,
        languages: this.village.ethnicGroup === "lao" ? ["lao"] : ["lao", this.village.ethnicGroup],
        interpreter: this.village.ethnicGroup !== "lao",
        fundSource: this.dice.pick(["district", "province", "partner"] as const),
        costKip: this.dice.between(60, 120) * 100_000,
        stepsDone: finished
          ? ["people", "opening", "map", "problems", "ranking", "solutions", "plan", "pledges"]
          : ["people"],
        source: madeUp,
      },
      on,
    );
    const groups = this.room(workshopId);
    this.map(workshopId, groups);
    const chosen = this.problems(workshopId, groups);
    if (!finished) return workshopId;
    this.plan(workshopId, chosen, previousPlanId, on);
    return workshopId;
  }

  private room(workshopId: string): Map<string, string> {
    const { dice, village } = this;
    for (const kind of [
      "opening_game",
      "mapping",
      "problem_id",
      "ranking",
      "solution",
      "action_plan",
      "pledge",
    ] as const) {
      this.add("session", { workshopId, kind, held: dice.chance(0.95), minutes: dice.between(30, 90) });
    }
    const groups = new Map<string, string>();
    for (const kind of ["women", "men", "youth"] as const) {
      const people = dice.between(6, 16);
      groups.set(kind, this.add("group", { workshopId, kind, people, method: "dots", dotsPerPerson: 3 }));
      const sex =
        kind === "women" ? "female" : kind === "men" ? "male" : dice.pick(["female", "male"] as const);
      const ageBand = kind === "youth" ? "18to24" : dice.pick(["25to49", "50plus"] as const);
      const role = kind === "women" ? "mother_of_infant" : "villager";
      const tally = { workshopId, sex, ethnicGroupId: village.ethnicGroup, device: this.device } as const;
      this.add("attendance", { ...tally, ageBand, role, people: Math.ceil(people / 2) });
      this.add("attendance", {
        ...tally,
        ageBand,
        role: "villager",
        people: Math.max(1, Math.floor(people / 2)),
        disability: kind === "men",
      });
    }
    for (const role of ["village_authority", "health_centre_staff", "womens_union"] as const) {
      const sex = role === "womens_union" ? "female" : "male";
      this.add("attendance", {
        workshopId,
        sex,
        ageBand: "25to49",
        role,
        device: this.device,
        people: dice.between(1, 3),
      });
    }
    for (const use of ["display", "share", "public_page", "export"] as const) {
      this.add("consent", { workshopId, use, given: true, givenBy: "ນາຍບ້ານ", date: village.workshopOn });
    }
    return groups;
  }

  private map(workshopId: string, groups: Map<string, string>): void {
    const { dice, village } = this;
    const centre = [village.lng, village.lat] as [number, number];
    const geo = dice.chance(0.5);
    const at = (): [number, number] =>
      geo
        ? [centre[0] + (dice.next() - 0.5) * 0.012, centre[1] + (dice.next() - 0.5) * 0.009]
        : [0.08 + dice.next() * 0.84, 0.08 + dice.next() * 0.84];
    const space = geo ? "geo" : "sketch";
    const base = geo ? "geo" : "sketch";
    const drawn = dice.sample(pointSymbols, dice.between(8, 13));
    for (const [index, group] of ["women", "men"].entries()) {
      const mapId = this.add("map", {
        workshopId,
        groupId: groups.get(group),
        base,
        centre,
        zoom: 15,
        date: village.workshopOn,
      });
      for (const category of index === 0 ? drawn : drawn.slice(0, 5)) {
        const sensitive = category.startsWith("care_");
        const season = category === "seasonal_cutoff" ? "wet" : "all";
        const geometry = { type: "Point", coordinates: at(), space } as const;
        this.add("feature", {
          mapId,
          category,
          geometry,
          season,
          sensitive,
          households: dice.between(3, 40),
        });
      }
      const path = Array.from({ length: 5 }, at).sort((a, b) => a[0] - b[0]);
      this.add("feature", {
        mapId,
        category: "river",
        geometry: { type: "LineString", coordinates: path, space },
        season: "all",
        sensitive: false,
      });
      const road = Array.from({ length: 4 }, at).sort((a, b) => a[1] - b[1]);
      this.add("feature", {
        mapId,
        category: "track",
        geometry: { type: "LineString", coordinates: road, space },
        season: "all",
        sensitive: false,
      });
    }
  }

  private problems(
    workshopId: string,
    groups: Map<string, string>,
  ): { story: Story; problemId: string; solutionId: string }[] {
    const { dice } = this;
    const told = dice.sample(stories, dice.between(5, 7));
    const found = told.map((story, position) => {
      const { problem, category, touches } = story;
      const raisedByGroupId = groups.get(dice.pick(["women", "men", "youth"]));
      const problemId = this.add("problem", {
        workshopId,
        statement: problem,
        category,
        raisedByGroupId,
        whomItTouches: touches,
        peopleTouched: dice.between(20, 300),
        position,
      });
      this.add("problemNode", { problemId, kind: "cause", text: story.cause });
      this.add("problemNode", { problemId, kind: "effect", text: story.effect });
      return { story, problemId };
    });
    for (const groupId of groups.values()) {
      for (const { problemId } of found)
        this.add("ballot", { workshopId, groupId, problemId, device: this.device, dots: dice.between(0, 9) });
    }
    return found.map(({ story, problemId }) => {
      const solutionId = this.add("solution", { workshopId, problemId, text: story.solution, chosen: true });
      return { story, problemId, solutionId };
    });
  }

  private plan(
    workshopId: string,
    chosen: { story: Story; problemId: string; solutionId: string }[],
    previousPlanId: string | null,
    on: string,
  ): void {
    const { dice, village } = this;
    const displayed = addDays(on, dice.between(3, 10));
    const planId = this.add("plan", {
      workshopId,
      status: daysBetween(displayed, village.today) > 0 ? "active" : "endorsed",
      agreedDate: addDays(on, 1),
      displayedDate: displayed,
      displayPlace: venue,
      ...(previousPlanId ? { previousPlanId } : {}),
    });
    this.lastPlanId = planId;
    for (const office of ["village_chief", "health_centre_head", "district_governor"] as const) {
      this.add("endorsement", { planId, office, date: addDays(on, 1) });
    }
    for (const [position, promise] of promises.entries()) {
      const due = addDays(on, 180);
      const kept = due < village.today && dice.chance(0.7) ? (dice.chance(0.8) ? "kept" : "not_kept") : null;
      this.add("commitment", { workshopId, ...promise, due, kept, position });
    }
    for (const [position, entry] of chosen.entries()) this.action(planId, entry, position, on);
    this.visits(planId, displayed);
  }

  lastPlanId: string | null = null;

  private action(
    planId: string,
    entry: { story: Story; problemId: string; solutionId: string },
    position: number,
    on: string,
  ): void {
    const { dice, village } = this;
    const { story, problemId, solutionId } = entry;
    const due = addDays(on, dice.between(45, 330));
    const actionId = this.add("action", {
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
    this.report(
      actionId,
      "in_progress",
      addDays(on, dice.between(15, Math.max(16, Math.min(60, age)))),
      story,
    );
    const ending = dice.next();
    const when = addDays(on, dice.between(30, Math.max(31, Math.min(300, age))));
    if (when >= village.today) return;
    if (ending < 0.55) this.report(actionId, "done", when, story);
    else if (ending < 0.65) this.report(actionId, "blocked", when, story);
    else if (ending < 0.68) this.report(actionId, "dropped", when, story);
  }

  private report(
    actionId: string,
    status: "in_progress" | "done" | "blocked" | "dropped",
    date: string,
    story: Story,
  ): void {
    const { dice, village } = this;
    if (date > village.today) return;
    const progressId = this.add(
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
      this.add("confirmation", {
        progressId,
        confirmed: true,
        date,
        office: story.support === "partner" ? "village_chief" : story.support,
      });
    }
  }

  private visits(planId: string, displayed: string): void {
    const { dice, village } = this;
    for (const months of [3, 6]) {
      const due = addDays(displayed, Math.round(months * 30.4));
      const held = addDays(due, dice.between(-5, 25));
      if (held >= village.today || dice.chance(0.15)) continue;
      this.add(
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
}

const pointSymbols = [
  "village_office",
  "school",
  "sacred",
  "meeting_place",
  "notice_board",
  "village_health_post",
  "vhv_home",
  "midwife_tba",
  "drug_shop",
  "water_source",
  "bridge_ford",
  "transport",
  "phone_signal",
  "high_risk",
  "seasonal_cutoff",
  "latrine_gap",
  "care_pregnant",
  "care_unvaccinated",
] as const;
